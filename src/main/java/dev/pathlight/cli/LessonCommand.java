package dev.pathlight.cli;

import dev.pathlight.lesson.LessonRun;
import dev.pathlight.lesson.Step;
import dev.pathlight.lesson.Taken;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.SessionOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a lesson without a window. */
@Command(
        name = "lesson",
        description =
                "Take a lesson step by step in a sandbox, and check what must be seen at each; it ends at the first"
                        + " step that does not hold.")
final class LessonCommand implements Callable<Integer> {
    /** A loaded machine may take its time; what is not seen by then is not coming. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SessionOpener sandbox;

    @Parameters(paramLabel = "FILE", description = "The lesson.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", description = "The language to print. Default: your locale's.")
    private Optional<Language> language = Optional.empty();

    @Spec
    private @Nullable CommandSpec spec;

    /** The languages lessons are printed in. */
    enum Language {
        EN(Locale.ENGLISH),
        ZH(Locale.CHINESE);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        /** That of the environment, as gettext looks for it: the JVM's own goes by the locales that are installed. */
        static Language ofUser() {
            for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
                String value = Optional.ofNullable(System.getenv(variable)).orElse("");
                if (!value.isEmpty()) {
                    return value.startsWith("zh") ? ZH : EN;
                }
            }
            return EN;
        }
    }

    LessonCommand(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Integer call() throws Refusal {
        LessonInput input = LessonInput.read(file);
        Locale locale = language.orElseGet(Language::ofUser).locale;
        LessonText text = new LessonText(Terminal.out(spec), locale);
        List<Taken> taken = new ArrayList<>();
        LessonRun run = new LessonRun(input.drawing(), sandbox, event -> {}, PATIENCE);
        if (!json) {
            text.begin(input.lesson());
        }
        try (run) {
            for (Step step : input.lesson().steps()) {
                taken.add(take(run, step));
                if (!json) {
                    text.step(taken.size(), step, taken.getLast());
                }
                if (!taken.getLast().holds()) {
                    break;
                }
            }
        }
        if (json) {
            Terminal.out(spec).println(Json.text(LessonJson.of(input.lesson(), taken, locale)));
        } else {
            text.end(input.lesson(), taken, run.leftBehind());
        }
        return taken.stream().allMatch(Taken::holds) ? Exit.DONE : Exit.DOES_NOT_HOLD;
    }

    private static Taken take(LessonRun run, Step step) throws Refusal {
        try {
            Taken taken = run.take(step);
            if (run.refused().isPresent()) {
                throw Running.refused(run.refused().get());
            }
            return taken;
        } catch (MachineLost e) {
            throw Refusal.machineLost(e);
        }
    }
}
