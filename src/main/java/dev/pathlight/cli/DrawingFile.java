package dev.pathlight.cli;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.Positions;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads drawings for commands that can only go on with one that may run. */
final class DrawingFile {
    private DrawingFile() {}

    /** One that may be half done. */
    static Drawing read(Path file) throws Refusal {
        return switch (TopologyReader.read(file)) {
            case ReadResult.Bad(List<Fault> faults) -> throw unreadable(file.toString(), faults);
            case ReadResult.Good good -> good.drawing();
        };
    }

    static CheckedTopology checked(Path file) throws Refusal {
        return checked(file.toString(), TopologyReader.read(file));
    }

    /** A drawing that comes with the program. */
    static CheckedTopology shipped(String name) throws Refusal {
        try (InputStream in = DrawingFile.class.getResourceAsStream("/topologies/" + name)) {
            if (in == null) {
                throw new IllegalStateException("topologies/" + name + " is not part of this build");
            }
            return checked(name, TopologyReader.read(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("topologies/" + name + " cannot be read from this build", e);
        }
    }

    private static CheckedTopology checked(String name, ReadResult read) throws Refusal {
        return switch (read) {
            case ReadResult.Bad(List<Fault> faults) -> throw unreadable(name, faults);
            case ReadResult.Good good -> {
                CheckResult result = Checker.check(good.drawing().topology());
                if (result.checked().isEmpty()) {
                    throw unsound(name, result.findings(), good.positions());
                }
                yield result.checked().get();
            }
        };
    }

    private static Refusal unreadable(String name, List<Fault> faults) {
        Fault first = faults.getFirst();
        return new Refusal(
                Exit.WRONG,
                name + " is not a drawing that can be read.",
                first.where() + ": " + first.message() + more(faults.size()),
                first.hint().toString());
    }

    private static Refusal unsound(String name, List<Finding> findings, Positions positions) {
        List<Finding> errors = findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .toList();
        Finding first = errors.getFirst();
        String where = name
                + positions
                        .of(first.field())
                        .map(p -> ":" + p.line() + ":" + p.column())
                        .orElse("");
        return new Refusal(
                Exit.DOES_NOT_HOLD,
                name + " cannot run as it is drawn.",
                where + ": " + first.message() + more(errors.size()),
                first.hint().toString());
    }

    private static String more(int count) {
        return count > 1 ? " (and %d more: see ./pathlight validate)".formatted(count - 1) : "";
    }
}
