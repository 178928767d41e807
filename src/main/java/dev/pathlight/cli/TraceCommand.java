package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.trace.Journey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a drawing, pings in it, and tells where the packets went. */
@Command(name = "trace", description = "Run a drawing, ping in it, print the journeys of the packets, stop.")
final class TraceCommand implements Callable<Integer> {
    private static final int MOST_PINGS = 65_535;
    private static final int MOST_BYTES = 65_000;

    private final SessionOpener sandbox;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(
            names = "--ping",
            arity = "2",
            required = true,
            paramLabel = "FROM TO",
            hideParamSyntax = true,
            description = "FROM is a namespace or node, TO one of those or an address.")
    private List<String> ends = List.of();

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How many pings. Default: 1.")
    private int count;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "56",
            description = "Payload of each ping, which is never cut into fragments. Default: 56.")
    private int size;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    TraceCommand(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() throws Refusal {
        if (count < 1 || count > MOST_PINGS) {
            throw new ParameterException(
                    Terminal.line(spec), "--count must be from 1 to " + MOST_PINGS + ", not " + count);
        }
        if (size < 0 || size > MOST_BYTES) {
            throw new ParameterException(
                    Terminal.line(spec), "--size must be from 0 to " + MOST_BYTES + ", not " + size);
        }
        if (ends.size() != 2) {
            throw new ParameterException(Terminal.line(spec), "--ping is given more than once");
        }
        CheckedTopology drawing = DrawingFile.checked(file);
        Places places = new Places(drawing.topology());
        places.find(ends.getFirst());
        if (!Places.isAddress(ends.getLast())) {
            places.find(ends.getLast());
        }
        Totals totals = new Totals();
        PingRun ping;
        try (Session session = Running.open(sandbox, drawing, totals, Terminal.err(spec))) {
            ping = PingRun.send(session, ends.getFirst(), ends.getLast(), count, size);
        }
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(Json.text(TraceJson.of(drawing.topology().name().value(), "sandbox", ping.journeys(), totals)));
        } else {
            print(out, ping, totals);
        }
        return ping.allAnswered() ? Exit.DONE : Exit.DOES_NOT_HOLD;
    }

    private static void print(PrintWriter out, PingRun ping, Totals totals) {
        int sequence = 0;
        for (PingReply reply : ping.replies()) {
            out.printf("%s pings %s, seq %d: %s%n", ping.from(), ping.to(), ++sequence, PingRun.text(reply));
        }
        for (Journey journey : ping.journeys()) {
            out.println();
            JourneyText.of(journey).forEach(out::println);
        }
        if (totals.ambiguous() > 0 || totals.dropped() > 0) {
            out.printf(
                    "%n%d sightings fitted several journeys; %d were dropped.%n", totals.ambiguous(), totals.dropped());
        }
    }
}
