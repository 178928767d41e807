package dev.pathlight.cli;

import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.Positions;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with files, without running anything. */
@Command(name = "validate", description = "Say what is wrong in files: where, why, and how to mend it.")
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Drawings.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** What is wrong with one file. */
    private record Verdict(String file, List<Issue> issues, int exitCode) {}

    /** One thing wrong: a fault of the file (whose rule is "file") or a finding in the drawing. */
    private record Issue(
            String severity,
            String rule,
            String element,
            int line,
            int column,
            String field,
            String message,
            String hint) {}

    @Override
    public Integer call() {
        List<Verdict> verdicts = files.stream().map(ValidateCommand::judge).toList();
        PrintWriter out = Terminal.out(spec);
        if (json) {
            out.println(Json.text(Json.object(
                    "files", verdicts.stream().map(ValidateCommand::json).toList())));
        } else {
            verdicts.forEach(v -> print(out, v));
        }
        return verdicts.stream().mapToInt(Verdict::exitCode).max().orElse(Exit.DONE);
    }

    private static Verdict judge(Path file) {
        return switch (TopologyReader.read(file)) {
            case ReadResult.Bad(List<Fault> faults) ->
                new Verdict(
                        file.toString(),
                        faults.stream().map(ValidateCommand::issue).toList(),
                        Exit.WRONG);
            case ReadResult.Good good -> {
                List<Finding> findings =
                        Checker.check(good.drawing().topology()).findings();
                boolean error = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
                yield new Verdict(
                        file.toString(),
                        findings.stream().map(f -> issue(f, good.positions())).toList(),
                        error ? Exit.DOES_NOT_HOLD : Exit.DONE);
            }
        };
    }

    private static Issue issue(Fault f) {
        return new Issue(
                "error",
                "file",
                "",
                f.line(),
                f.column(),
                f.field(),
                f.message().toString(),
                f.hint().toString());
    }

    private static Issue issue(Finding f, Positions positions) {
        Positions.Place place = positions.of(f.field()).orElse(new Positions.Place(0, 0));
        String severity = f.severity().name().toLowerCase(Locale.ROOT);
        return new Issue(
                severity,
                f.rule(),
                f.element(),
                place.line(),
                place.column(),
                f.field(),
                f.message().toString(),
                f.hint().toString());
    }

    private static void print(PrintWriter out, Verdict verdict) {
        if (verdict.issues().isEmpty()) {
            out.printf("%s: nothing to object to%n", verdict.file());
        }
        for (Issue i : verdict.issues()) {
            String where = verdict.file() + (i.line() > 0 ? ":" + i.line() + ":" + i.column() : "");
            String what = i.field().isEmpty() ? i.message() : i.field() + ": " + i.message();
            out.printf("%s: %s (%s): %s%n    %s%n", where, i.severity(), i.rule(), what, i.hint());
        }
    }

    private static Map<String, Object> json(Verdict verdict) {
        return Json.object(
                "file", verdict.file(),
                "findings", verdict.issues().stream().map(ValidateCommand::json).toList());
    }

    private static Map<String, Object> json(Issue i) {
        return Json.object(
                "severity", i.severity(),
                "rule", i.rule(),
                "element", i.element(),
                "line", i.line(),
                "column", i.column(),
                "field", i.field(),
                "message", i.message(),
                "hint", i.hint());
    }
}
