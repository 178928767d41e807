package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.view.Settings.Colours;
import dev.pathlight.view.Settings.Motion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path dir;

    @Test
    void whatWasChosenIsFoundAgain() {
        Path file = dir.resolve("deep").resolve("settings");
        Settings first = Settings.kept(file, Runnable::run);
        assertThat(first.colours().get()).isEqualTo(Colours.SYSTEM);
        assertThat(first.motion().get()).isEqualTo(Motion.SYSTEM);
        Phrases words = first.phrases(Locale.ENGLISH);
        assertThat(words.locale().get()).isEqualTo(Locale.ENGLISH);

        first.colours().set(Colours.CONTRAST_DARK);
        first.motion().set(Motion.REDUCED);
        words.nextLanguage();
        Settings second = Settings.kept(file, Runnable::run);
        assertThat(second.colours().get()).isEqualTo(Colours.CONTRAST_DARK);
        assertThat(second.motion().get()).isEqualTo(Motion.REDUCED);
        assertThat(second.phrases(Locale.ENGLISH).locale().get()).isEqualTo(Locale.CHINESE);
    }

    @Test
    void theLastChoiceIsKeptInWhateverOrderTheBackgroundComesToIt() {
        Path file = dir.resolve("settings");
        List<Runnable> waiting = new ArrayList<>();
        Settings settings = Settings.kept(file, waiting::add);
        settings.colours().set(Colours.DARK);
        settings.colours().set(Colours.LIGHT);
        waiting.reversed().forEach(Runnable::run);
        assertThat(Settings.kept(file, Runnable::run).colours().get()).isEqualTo(Colours.LIGHT);
    }

    @Test
    void aFileNobodyCanReadIsAsGoodAsNone() throws IOException {
        Path file = dir.resolve("settings");
        for (byte[] bytes : List.of(
                "colours=pink\nmotion=\nlanguage=tlh\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "colours=\\u00zz".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})) {
            Files.write(file, bytes);
            Settings s = Settings.kept(file, Runnable::run);
            assertThat(s.colours().get()).isEqualTo(Colours.SYSTEM);
            assertThat(s.phrases(Locale.CHINESE).locale().get()).isEqualTo(Locale.CHINESE);
        }
    }

    @Test
    void whereItCannotBeWrittenTheChoiceHoldsAllTheSame() throws IOException {
        Path notAFolder = Files.writeString(dir.resolve("file"), "");
        Settings s = Settings.kept(notAFolder.resolve("settings"), Runnable::run);
        s.colours().set(Colours.DARK);
        assertThat(s.colours().get()).isEqualTo(Colours.DARK);
    }

    @Test
    void itsPlaceIsTheDesktopsOwn() {
        Path home = Path.of("/home/class");
        assertThat(Settings.place(Map.of(), home)).isEqualTo(home.resolve(".config/pathlight/settings"));
        assertThat(Settings.place(Map.of("XDG_CONFIG_HOME", "/etc/mine"), home))
                .isEqualTo(Path.of("/etc/mine/pathlight/settings"));
        assertThat(Settings.place(Map.of("XDG_CONFIG_HOME", "mine"), home))
                .isEqualTo(home.resolve(".config/pathlight/settings"));
    }
}
