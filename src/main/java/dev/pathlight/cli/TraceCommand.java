package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.CallRequest.Protocol;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.trace.Journey;
import dev.pathlight.trace.tcpdump.Dump;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a drawing, sends something in it, and tells where the packets went. */
@Command(
        name = "trace",
        description = "Run a drawing, ping or call a port in it, print the journeys of the packets, stop.")
final class TraceCommand implements Callable<Integer> {
    private static final int MOST_PINGS = 65_535;
    private static final int MOST_BYTES = 65_000;

    private final SessionOpener sandbox;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** What is sent: one of these. */
    static final class What {
        @Option(
                names = "--ping",
                arity = "2",
                paramLabel = "FROM TO",
                hideParamSyntax = true,
                description = "FROM is a namespace, container or node, TO one of those or an address.")
        private List<String> ping = List.of();

        @Option(
                names = "--http",
                arity = "2",
                paramLabel = "FROM TO:PORT",
                hideParamSyntax = true,
                description = "Ask a web server for its page.")
        private List<String> http = List.of();

        @Option(
                names = "--tcp",
                arity = "2",
                paramLabel = "FROM TO:PORT",
                hideParamSyntax = true,
                description = "Connect, send a line, read what comes back.")
        private List<String> tcp = List.of();

        @Option(
                names = "--udp",
                arity = "2",
                paramLabel = "FROM TO:PORT",
                hideParamSyntax = true,
                description = "Send a datagram, wait for one.")
        private List<String> udp = List.of();

        List<String> ends() {
            return Stream.of(ping, http, tcp, udp)
                    .filter(e -> !e.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        Optional<Protocol> protocol() {
            return !http.isEmpty()
                    ? Optional.of(Protocol.HTTP)
                    : !tcp.isEmpty()
                            ? Optional.of(Protocol.TCP)
                            : udp.isEmpty() ? Optional.empty() : Optional.of(Protocol.UDP);
        }
    }

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "How often it is sent. Default: 1.")
    private int count;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "56",
            description = "Payload of each ping, which is never cut into fragments. Default: 56.")
    private int size;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--as",
            paramLabel = "TOOL",
            description = "${COMPLETION-CANDIDATES}: what this tool prints at each interface that the packets passed.")
    private Optional<Tool> tool = Optional.empty();

    @Spec
    private @Nullable CommandSpec spec;

    // Lower case because this is the word on the command line.
    enum Tool {
        tcpdump
    }

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
        if (json && tool.isPresent()) {
            throw new ParameterException(Terminal.line(spec), "--json and --as are two forms of the same: give one");
        }
        List<String> ends = what.ends();
        if (ends.size() != 2) {
            throw new ParameterException(Terminal.line(spec), "what is sent is given more than once");
        }
        CheckedTopology drawing = DrawingFile.checked(file);
        Places places = new Places(drawing.topology());
        places.find(ends.getFirst());
        String to = what.protocol().isPresent()
                ? CallRun.Target.parse(ends.getLast()).place()
                : ends.getLast();
        if (!Places.isAddress(to)) {
            places.find(to);
        }
        Totals totals = new Totals();
        Traffic traffic;
        try (Session session = Running.open(sandbox, drawing, totals, Terminal.err(spec))) {
            traffic = what.protocol().isPresent()
                    ? CallRun.send(session, what.protocol().get(), ends.getFirst(), ends.getLast(), count)
                    : PingRun.send(session, ends.getFirst(), ends.getLast(), count, size);
        }
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(
                    Json.text(TraceJson.of(drawing.topology().name().value(), "sandbox", traffic.journeys(), totals)));
        } else if (tool.isPresent()) {
            dump(out, traffic);
        } else {
            print(out, traffic, totals);
        }
        return traffic.allAnswered() ? Exit.DONE : Exit.DOES_NOT_HOLD;
    }

    private static void dump(PrintWriter out, Traffic traffic) {
        for (Dump dump : Dump.of(traffic.journeys(), ZoneId.systemDefault())) {
            out.println("[" + dump.port().space() + "] # " + dump.command());
            dump.lines().forEach(l -> out.println(l.text()));
            out.println();
        }
    }

    private static void print(PrintWriter out, Traffic traffic, Totals totals) {
        traffic.told().forEach(out::println);
        for (Journey journey : traffic.journeys()) {
            out.println();
            JourneyText.of(journey).forEach(out::println);
        }
        if (totals.ambiguous() > 0 || totals.dropped() > 0) {
            out.printf(
                    "%n%d sightings fitted several journeys; %d were dropped.%n", totals.ambiguous(), totals.dropped());
        }
    }
}
