package dev.pathlight.view;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.graph.DotText;
import dev.pathlight.topology.graph.MermaidText;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.wire.IpScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Carries what is on the table out of the program: into files of other forms, to the clipboard, onto paper. */
public final class Exports {
    private static final String EXECUTABLE = "rwxr-xr-x";

    private final Workbench bench;
    private final FxThread fx;
    private final Problems problems;
    private final Consumer<Supplier<Problem>> problem;
    private final ReadOnlyObjectWrapper<Optional<Done>> done = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What was done.
     *
     * @param phrase that says it
     * @param more one that says more of it
     * @param what the file or the printer it speaks of
     */
    public record Done(String phrase, String more, String what) {}

    Exports(Workbench bench, FxThread fx, Problems problems, Consumer<Supplier<Problem>> problem) {
        this.bench = bench;
        this.fx = fx;
        this.problems = problems;
        this.problem = problem;
    }

    /**
     * Writes the drawing to {@code file}, in the background.
     *
     * @param painted its content where it is a picture, which this room cannot paint
     */
    public void write(ExportForm form, Path file, Callable<byte[]> painted) {
        Drawing drawing = bench.drawing().drawing().get();
        Locale locale = bench.phrases().locale().get();
        fx.work(
                () -> written(form, file, drawing, locale, painted),
                obstacles -> {
                    if (obstacles.isEmpty()) {
                        tell("export.done", "export.done.more", file.toString());
                    } else {
                        problem.accept(problems.notRunnable(obstacles));
                    }
                },
                e -> problem.accept(problems.unwritten(file, e)));
    }

    /** What keeps it from being written: a drawing that cannot run has no script. */
    private static List<Finding> written(
            ExportForm form, Path file, Drawing drawing, Locale locale, Callable<byte[]> painted) throws Exception {
        switch (form) {
            case SVG, PNG, PDF, GIF -> put(file, painted.call());
            case MERMAID -> put(file, utf8(MermaidText.of(drawing.topology(), locale)));
            case DOT -> put(file, utf8(DotText.of(drawing.topology(), locale)));
            case JSON -> put(file, utf8(TopologyWriter.write(drawing)));
            case SCRIPT -> {
                return script(file, Checker.check(drawing.topology()));
            }
        }
        return List.of();
    }

    private static List<Finding> script(Path file, CheckResult result) throws IOException {
        if (result.checked().isEmpty()) {
            return result.findings();
        }
        Plan plan = Planner.plan(result.checked().get(), Inventory.EMPTY);
        runnable(Path.of(IpScript.undoName(file.toString())), IpScript.undo(plan));
        runnable(file, IpScript.of(plan));
        return List.of();
    }

    private static void runnable(Path file, String text) throws IOException {
        put(file, utf8(text));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(EXECUTABLE));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Path file, byte[] content) throws IOException {
        dev.pathlight.view.Files.write(file, content);
    }

    /** Makes something in the background and hands it to {@code then}; not to be able to is a problem. */
    public <T> void make(Callable<T> made, Consumer<T> then) {
        fx.work(made, then, e -> problem.accept(problems.unexpected(e)));
    }

    /** The picture is on the clipboard. */
    public void copied() {
        tell("export.copied", "export.copied.more", "");
    }

    /** It is on its way to {@code printer}. */
    public void printed(String printer) {
        tell("export.printed", "export.printed.more", printer);
    }

    /** A film was asked for, and no packet is on the drawing. */
    public void noJourney() {
        problem.accept(problems.of("problem.nojourney"));
    }

    public void noPrinter() {
        problem.accept(problems.of("problem.noprinter"));
    }

    /** The printer did not take it. */
    public void notPrinted(String printer) {
        problem.accept(problems.of("problem.notprinted", printer));
    }

    private void tell(String phrase, String more, String what) {
        done.set(Optional.empty());
        done.set(Optional.of(new Done(phrase, more, what)));
    }

    /** What was done last, until it is dismissed. */
    public ReadOnlyObjectProperty<Optional<Done>> done() {
        return done.getReadOnlyProperty();
    }

    public void dismiss() {
        done.set(Optional.empty());
    }
}
