package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.session.SessionOpener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how long a drawing takes to come and go. */
@Command(name = "bench", description = "Measure how long a drawing takes to come up, to be listed and to be removed.")
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_ROUNDS = 10_000;

    private final SessionOpener sandbox;

    @Parameters(paramLabel = "FILE", description = "The drawing.")
    private Path file = Path.of("");

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "5", description = "How many rounds. Default: 5.")
    private int repeat;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    BenchCommand(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() throws Refusal {
        if (repeat < 1 || repeat > MOST_ROUNDS) {
            throw new ParameterException(
                    Terminal.line(spec), "--repeat must be from 1 to " + MOST_ROUNDS + ", not " + repeat);
        }
        CheckedTopology drawing = DrawingFile.checked(file);
        List<BenchRound> rounds = new ArrayList<>();
        try (Progress progress = Progress.on(Terminal.err(spec))) {
            for (int i = 0; i < repeat; i++) {
                progress.at(i, repeat, "round %d of %d".formatted(i + 1, repeat));
                rounds.add(BenchRound.run(sandbox, drawing));
            }
        }
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(Json.text(Json.object(
                    "topology", drawing.topology().name().value(),
                    "target", "sandbox",
                    "rounds", rounds.stream().map(BenchCommand::json).toList(),
                    "median", medians(rounds))));
        } else {
            out.printf("%-28s %10s%n", "median of " + repeat, "ms");
            medians(rounds).forEach((name, ms) -> out.printf("%-28s %10.1f%n", name, ms));
        }
        return Exit.DONE;
    }

    private static Map<String, Double> json(BenchRound r) {
        return medians(List.of(r));
    }

    private static Map<String, Double> medians(List<BenchRound> rounds) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("open_ms", median(rounds, BenchRound::openMillis));
        parts.put("deploy_ms", median(rounds, BenchRound::deployMillis));
        parts.put("snapshot_ms", median(rounds, BenchRound::snapshotMillis));
        parts.put("remove_ms", median(rounds, BenchRound::removeMillis));
        parts.put("up_cpu_ms", median(rounds, BenchRound::upCpuMillis));
        parts.put("remove_cpu_ms", median(rounds, BenchRound::removeCpuMillis));
        return parts;
    }

    private static double median(List<BenchRound> rounds, ToDoubleFunction<BenchRound> part) {
        double[] sorted = rounds.stream().mapToDouble(part).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
