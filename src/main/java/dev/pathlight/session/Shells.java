package dev.pathlight.session;

import dev.pathlight.machine.Entering;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.Shell;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The shells that were opened in what runs: none outlives it. */
final class Shells implements AutoCloseable {
    private final Machine machine;
    private final List<Opened> open = new ArrayList<>();
    private boolean closed;

    private record Opened(SpaceId space, Shell shell) {}

    Shells(Machine machine) {
        this.machine = machine;
    }

    Shell open(SpaceId space, Optional<Name> container) throws IOException {
        Entering way = container.isEmpty()
                ? Entering.namespace(machine.namespacePath(space))
                : Entering.container(machine.containerPath(space, container.get())
                        .orElseThrow(() -> new IOException(container.get() + " does not run")));
        Shell shell = way.shell(container.map(Name::value).orElse(space.shortName()));
        if (!keep(new Opened(space, shell))) {
            shell.close();
        }
        return shell;
    }

    private synchronized boolean keep(Opened shell) {
        if (!closed) {
            open.add(shell);
        }
        return !closed;
    }

    /** These namespaces are about to go; a shell inside would keep one alive. */
    void leave(Collection<SpaceId> going) {
        List<Opened> last;
        synchronized (this) {
            last = open.stream().filter(o -> going.contains(o.space())).toList();
            open.removeAll(last);
        }
        last.forEach(o -> o.shell().close());
    }

    @Override
    public void close() {
        List<Opened> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(open);
            open.clear();
        }
        last.forEach(o -> o.shell().close());
    }
}
