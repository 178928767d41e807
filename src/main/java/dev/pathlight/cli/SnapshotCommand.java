package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.Snapshot;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionOpener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a drawing and prints every table of every namespace. */
@Command(
        name = "snapshot",
        description = "Run a drawing and print links, addresses, routes, neighbours and MAC tables of every namespace.")
final class SnapshotCommand implements Callable<Integer> {
    private final SessionOpener sandbox;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    SnapshotCommand(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() throws Refusal {
        CheckedTopology drawing = DrawingFile.checked(file);
        Snapshot snapshot;
        try (Session session = Running.open(sandbox, drawing, event -> {}, Terminal.err(spec))) {
            snapshot = session.snapshot();
        }
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(Json.text(SnapshotJson.of(drawing.topology().name().value(), snapshot)));
        } else {
            snapshot.spaces()
                    .values()
                    .forEach(s -> SpaceText.of(s, snapshot.nanos()).forEach(out::println));
        }
        return Exit.DONE;
    }
}
