package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.Entering;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a drawing until somebody stops it. */
@Command(name = "run", description = "Run a drawing until Ctrl-C, then remove it.")
final class RunCommand implements Callable<Integer> {
    private final SessionOpener sandbox;
    private final Interrupts interrupts;
    private final Register register;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "TARGET",
            defaultValue = "sandbox",
            description = "Where: ${COMPLETION-CANDIDATES}.")
    private Place target = Place.sandbox;

    @Spec
    private @Nullable CommandSpec spec;

    // Lower case because these are the words on the command line.
    enum Place {
        sandbox
    }

    RunCommand(SessionOpener sandbox, Interrupts interrupts, Register register) {
        this.sandbox = sandbox;
        this.interrupts = interrupts;
        this.register = register;
    }

    @Override
    public Integer call() throws Refusal {
        CheckedTopology drawing = DrawingFile.checked(file);
        CompletableFuture<SessionEvent.Broken> broken = new CompletableFuture<>();
        PrintWriter out = Terminal.out(spec);
        Session session = Running.open(
                sandbox,
                drawing,
                event -> {
                    if (event instanceof SessionEvent.Broken b) {
                        broken.complete(b);
                    }
                },
                Terminal.err(spec));
        Optional<Register.Entry> entry = enter(session);
        Interrupts.Watch watch = interrupts.before(() -> {
            session.close();
            entry.ifPresent(register::leave);
            Stopped.tell(session.leftBehind(), out);
        });
        tellHowToEnter(session, entry, out);
        SessionEvent.Broken b = broken.join();
        watch.close();
        session.close();
        entry.ifPresent(register::leave);
        throw new Refusal(
                Exit.MACHINE,
                "The drawing does not run any more.",
                b.message().toString(),
                b.remedy().toString());
    }

    /** Others find it by this entry; it runs without one too. */
    private Optional<Register.Entry> enter(Session session) {
        try {
            return Optional.of(register.enter(session, file));
        } catch (IOException e) {
            Terminal.err(spec).println("status, exec and stop will not find this one: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void tellHowToEnter(Session session, Optional<Register.Entry> entry, PrintWriter out) {
        out.printf("%s runs in a %s. Ctrl-C stops and removes it.%n", file.getFileName(), target);
        out.println("To enter a namespace from another terminal:");
        for (SpaceId space : session.drawing().topology().spaces().toList()) {
            out.printf(
                    "  %-12s  %s%n",
                    space,
                    entry.map(e -> "./pathlight exec " + e.name() + " " + space)
                            .orElseGet(() -> String.join(" ", Entering.typed(session.namespacePath(space)))));
        }
    }
}
