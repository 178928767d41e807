package dev.pathlight.view;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a user chooses for the window once and finds again: its colours, its motion, its language. Kept as the lines of a
 * properties file; a line that cannot be understood counts as not written.
 */
public final class Settings {
    /** Which colours the window has. */
    public enum Colours {
        /** As the desktop has it. */
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST_LIGHT,
        CONTRAST_DARK
    }

    /** Whether things glide and fade. */
    public enum Motion {
        /** As the desktop has it. */
        SYSTEM,
        FULL,
        /** Things jump to where they belong. */
        REDUCED
    }

    private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(Colours.SYSTEM);
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.SYSTEM);
    private final ObjectProperty<Optional<Locale>> language = new SimpleObjectProperty<>(Optional.empty());

    /**
     * Those in {@code file}, to which every change is written, in the background. A file that cannot be read is as good as
     * none; where it cannot be written, a choice holds until the window is closed.
     */
    public static Settings kept(Path file, Executor background) {
        Settings s = new Settings();
        s.read(file);
        Keeper keeper = new Keeper(file);
        Runnable change = () -> {
            keeper.next = s.written();
            background.execute(keeper::write);
        };
        s.colours.addListener((v, was, is) -> change.run());
        s.motion.addListener((v, was, is) -> change.run());
        s.language.addListener((v, was, is) -> change.run());
        return s;
    }

    /** {@code $XDG_CONFIG_HOME/pathlight/settings}, by default below {@code home/.config} (XDG base directories 0.8). */
    public static Path place(Map<String, String> environment, Path home) {
        Path named = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        // What is not absolute is to be ignored, says the specification.
        return (named.isAbsolute() ? named : home.resolve(".config"))
                .resolve("pathlight")
                .resolve("settings");
    }

    private void read(Path file) {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return;
        }
        colours.set(chosen(Colours.class, lines.getProperty("colours", ""), Colours.SYSTEM));
        motion.set(chosen(Motion.class, lines.getProperty("motion", ""), Motion.SYSTEM));
        String tag = lines.getProperty("language", "");
        language.set(Phrases.LANGUAGES.stream()
                .filter(l -> l.toLanguageTag().equals(tag))
                .findFirst());
    }

    /** The words of the window, in the language that was chosen, or the desktop's; choosing another is noticed. */
    public Phrases phrases(Locale desktop) {
        Phrases phrases = new Phrases(language.get().orElse(desktop));
        phrases.locale().addListener((v, was, is) -> language.set(Optional.of(is)));
        return phrases;
    }

    private static <E extends Enum<E>> E chosen(Class<E> kind, String written, E otherwise) {
        for (E e : kind.getEnumConstants()) {
            if (word(e).equals(written)) {
                return e;
            }
        }
        return otherwise;
    }

    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String written() {
        StringBuilder lines = new StringBuilder();
        lines.append("colours=").append(word(colours.get())).append('\n');
        lines.append("motion=").append(word(motion.get())).append('\n');
        language.get()
                .ifPresent(
                        l -> lines.append("language=").append(l.toLanguageTag()).append('\n'));
        return lines.toString();
    }

    /** Writes what was asked for last, whoever of those who were asked comes first. */
    private static final class Keeper {
        private final Path file;
        private volatile String next = "";

        Keeper(Path file) {
            this.file = file;
        }

        synchronized void write() {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path beside = file.resolveSibling(file.getFileName() + ".new");
                Files.writeString(beside, next);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // It holds for as long as the window is open; that is all that can be had.
                return;
            }
        }
    }

    public ObjectProperty<Colours> colours() {
        return colours;
    }

    public ObjectProperty<Motion> motion() {
        return motion;
    }
}
