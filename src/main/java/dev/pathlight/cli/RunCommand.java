package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.SpaceId;
import java.io.PrintWriter;
import java.nio.file.Path;
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

    RunCommand(SessionOpener sandbox, Interrupts interrupts) {
        this.sandbox = sandbox;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws Refusal {
        CheckedTopology drawing = DrawingFile.checked(file);
        CompletableFuture<SessionEvent.Broken> broken = new CompletableFuture<>();
        PrintWriter out = Terminal.out(spec);
        Session session = Running.open(sandbox, drawing, event -> {
            if (event instanceof SessionEvent.Broken b) {
                broken.complete(b);
            }
        });
        Interrupts.Watch watch = interrupts.before(() -> {
            session.close();
            out.printf("%nStopped; nothing is left behind.%n");
        });
        tellHowToEnter(session, out);
        SessionEvent.Broken b = broken.join();
        watch.close();
        session.close();
        throw new Refusal(Exit.MACHINE, "The drawing does not run any more.", b.message(), b.remedy());
    }

    private void tellHowToEnter(Session session, PrintWriter out) {
        out.printf("%s runs in a %s. Ctrl-C stops and removes it.%n", file.getFileName(), target);
        out.println("To enter a namespace from another terminal:");
        for (SpaceId space : session.drawing().topology().spaces().toList()) {
            out.printf("  %-12s  %s%n", space, enter(session.namespacePath(space)));
        }
    }

    /** A sandbox is a user namespace too: without entering that first an ordinary user may not enter its networks. */
    private static String enter(String descriptor) {
        String users = descriptor.replaceFirst("/fd/.*", "/ns/user");
        return "nsenter --user=%s --preserve-credentials --net=%s".formatted(users, descriptor);
    }
}
