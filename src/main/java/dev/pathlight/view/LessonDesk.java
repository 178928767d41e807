package dev.pathlight.view;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.writing.LessonEditor;
import dev.pathlight.view.writing.Offers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a lesson is written: begins one or takes up the one there is, records into it, tries it, saves it. */
public final class LessonDesk {
    private final Workbench bench;
    private final Files files;
    private final Problems problems;
    private final Told told;
    private final LessonEditor editor;
    private final Recorder recorder;
    private Optional<Path> file = Optional.empty();

    LessonDesk(Workbench bench, Files files, Problems problems, Told told) {
        this.bench = bench;
        this.files = files;
        this.problems = problems;
        this.told = told;
        editor = new LessonEditor(
                bench.phrases(),
                () -> Offers.of(bench.topology(), bench.tables().kernel()),
                bench::topology);
        recorder = new Recorder(bench);
    }

    /** Follows the workbench from now on. */
    void watch() {
        recorder.watch();
        bench.drawing().drawing().subscribe(d -> editor.review());
    }

    /** Another drawing is on the table, and its lesson, which stands in {@code lessonFile}. */
    void put(Optional<Path> lessonFile) {
        editor.close();
        recorder.clear();
        file = lessonFile;
    }

    /** Takes up the lesson that is being written, else the drawing's own; where it has none a new one begins. */
    public void write() {
        Optional<Lesson> taken = bench.lessons().lesson().get();
        int step = taken.isPresent() ? bench.lessons().at().get() : LessonEditor.WHOLE;
        if (editor.lesson().get().isPresent()) {
            editor.choose(taken.isPresent() ? step : editor.at().get());
        } else {
            taken.or(() -> bench.lessons().offered().get())
                    .ifPresentOrElse(l -> editor.open(l, true, step), this::writeNew);
        }
        bench.lessons().leave();
    }

    /** Begins a new lesson from the drawing on the table. */
    public void writeNew() {
        Topology t = bench.topology();
        bench.lessons().leave();
        file = Optional.empty();
        editor.open(first(t), false, 0);
    }

    private static Lesson first(Topology t) {
        Sentence title = Sentence.of("Run the drawing");
        Step run = Step.empty()
                .withTitle(Texts.of(Map.of("en", title.in(Locale.ENGLISH), "zh", title.in(Locale.CHINESE))))
                .withActions(List.of(new Action.Run()))
                .withExpected(List.of(new Expected(new Observation.Running(true))));
        return new Lesson(t.name(), t.name() + ".json", t.title(), List.of(run));
    }

    /** Adds to the step that is chosen. */
    public void record(Recorder.Take take) {
        editor.record(take.deeds(), take.sights());
    }

    /** Begins the lesson as it is written, at the step that is chosen. */
    public void attempt() {
        editor.lesson()
                .get()
                .filter(l -> !l.steps().isEmpty())
                .ifPresent(l -> bench.lessons().attempt(l, editor.at().get()));
    }

    /** Puts the lesson away, whatever has changed. */
    public void close() {
        editor.close();
    }

    /** Where it is saved without asking: in its own file if it is about this drawing, else beside the drawing's. */
    public Optional<Path> fileFor(Path drawing) {
        Path own = Lessons.ownFor(drawing);
        return file.filter(f -> isAbout(f, drawing))
                .or(() -> Optional.of(own).filter(f -> !java.nio.file.Files.exists(f)));
    }

    private boolean isAbout(Path lessonFile, Path drawing) {
        return editor.lesson()
                .get()
                .filter(l -> Lessons.pathTo(drawing, lessonFile).equals(Optional.of(l.drawing())))
                .isPresent();
    }

    /** What to offer where another lesson stands at the place that would be its own. */
    public Path suggestion(Path drawing) {
        return Lessons.ownFor(drawing);
    }

    /** Saves to {@code to}, as a lesson about the drawing in {@code drawing}; {@code saved} runs once it is there. */
    public void save(Path to, Path drawing, Runnable saved) {
        Optional<String> path = Lessons.pathTo(drawing, to);
        if (path.isEmpty()) {
            told.tell(problems.of("problem.lesson.place", to.getFileName(), drawing));
            return;
        }
        editor.lesson().get().ifPresent(l -> {
            Lesson named = l.of(nameOf(to).orElse(l.name()), path.get());
            files.save(named, to, () -> {
                file = Optional.of(to);
                editor.savedAs(named);
                bench.lessons().offered().set(Optional.of(named));
                saved.run();
            });
        });
    }

    private static Optional<Name> nameOf(Path file) {
        String name = String.valueOf(file.getFileName()).replace(Lessons.EXTENSION, "");
        return Name.problem(name).isEmpty() ? Optional.of(new Name(name)) : Optional.empty();
    }

    public LessonEditor editor() {
        return editor;
    }

    public Recorder recorder() {
        return recorder;
    }
}
