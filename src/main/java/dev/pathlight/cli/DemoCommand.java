package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.Brctl;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.LinkRow;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The main job without a window. */
@Command(
        name = "demo",
        description =
                "Run two namespaces on a bridge in a sandbox, ping, and show every hop with the row that decided it.")
final class DemoCommand implements Callable<Integer> {
    private static final String DRAWING = "bridge.json";

    private final SessionOpener sandbox;

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        CheckedTopology drawing = DrawingFile.shipped(DRAWING);
        out.printf(
                "%s, in a sandbox of this machine%n", drawing.topology().title().in(Locale.ENGLISH));
        Instant begun = Instant.now();
        boolean answered;
        Session session = Running.open(sandbox, drawing, event -> {}, Terminal.err(spec));
        try (session) {
            out.printf(
                    "Up after %d steps in %d ms.%n",
                    session.plan().steps().size(),
                    Duration.between(begun, Instant.now()).toMillis());
            PingRun ping = PingRun.send(session, "ns1", "ns2", 1);
            answered = ping.allAnswered();
            out.printf(
                    "%n%s pings %s: %s%n",
                    ping.from(), ping.to(), PingRun.text(ping.replies().getFirst()));
            for (Journey journey : ping.journeys()) {
                out.println();
                JourneyText.of(journey).forEach(out::println);
            }
            session.snapshot().spaces().values().forEach(state -> macTables(out, state));
        }
        Stopped.tell(session.leftBehind(), out);
        return answered ? Exit.DONE : Exit.DOES_NOT_HOLD;
    }

    private static void macTables(PrintWriter out, SpaceState state) {
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        for (LinkRow bridge : Brctl.bridges(state)) {
            out.printf("%nMAC table of %s in %s%n", bridge.name(), state.id());
            Brctl.showMacs(state, bridge.name(), now).lines().forEach(l -> out.println(l.noted()));
        }
    }
}
