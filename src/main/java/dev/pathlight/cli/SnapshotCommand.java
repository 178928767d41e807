package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicForm;
import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionOpener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a drawing and prints every table of every namespace. */
@Command(
        name = "snapshot",
        description = "Run a drawing and print links, addresses, routes, neighbours, MAC tables and listeners of every"
                + " namespace.")
final class SnapshotCommand implements Callable<Integer> {
    private final SessionOpener sandbox;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--as",
            paramLabel = "TOOL",
            description = "${COMPLETION-CANDIDATES}: the tables as this tool prints them in each namespace.")
    private Optional<Tool> tool = Optional.empty();

    @Spec
    private @Nullable CommandSpec spec;

    // Lower case because these are the words on the command line.
    enum Tool {
        brctl(ClassicForm.BRCTL),
        bridge(ClassicForm.BRIDGE),
        route(ClassicForm.ROUTE),
        ip(ClassicForm.IP),
        arp(ClassicForm.ARP),
        ethtool(ClassicForm.ETHTOOL),
        nft(ClassicForm.NFT),
        conntrack(ClassicForm.CONNTRACK);

        private final ClassicForm form;

        Tool(ClassicForm form) {
            this.form = form;
        }
    }

    SnapshotCommand(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() throws Refusal {
        if (json && tool.isPresent()) {
            throw new ParameterException(Terminal.line(spec), "--json and --as are two forms of the same: give one");
        }
        CheckedTopology drawing = DrawingFile.checked(file);
        Snapshot snapshot;
        Listening listening;
        try (Session session = Running.open(sandbox, drawing, event -> {}, Terminal.err(spec))) {
            snapshot = session.snapshot();
            listening = Listening.in(session);
        }
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(Json.text(SnapshotJson.of(drawing.topology().name().value(), snapshot, listening)));
        } else if (tool.isPresent()) {
            snapshot.spaces().values().forEach(s -> print(s, snapshot, tool.get().form, out));
        } else {
            snapshot.spaces()
                    .values()
                    .forEach(s -> SpaceText.of(s, listening, snapshot.nanos()).forEach(out::println));
        }
        return Exit.DONE;
    }

    private static void print(SpaceState state, Snapshot snapshot, ClassicForm form, PrintWriter out) {
        for (ClassicText text : form.of(snapshot, state)) {
            out.println("[" + state.id() + "] # " + text.command());
            text.lines().forEach(l -> out.println(l.noted()));
            out.println();
        }
    }
}
