package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CanvasTextTest {
    @Test
    void everyPhraseIsThereInChineseToo() {
        assertThat(words(Locale.CHINESE).keySet()).isEqualTo(words(Locale.ROOT).keySet());
        for (String key : words(Locale.ROOT).keySet()) {
            assertThat(CanvasText.of(Locale.CHINESE).say(key, "A", "B")).as(key).isNotBlank();
        }
        assertThat(CanvasText.of(Locale.CHINESE).say("namespace", "ns1")).isEqualTo("网络命名空间 ns1");
    }

    @Test
    void aLanguageWithoutWordsSpeaksEnglish() {
        assertThat(CanvasText.of(Locale.FRENCH).say("interface", "veth0", "ns1"))
                .isEqualTo("interface veth0 of ns1");
    }

    @Test
    void everyHealthHasItsWord() {
        for (var h : dev.pathlight.view.Health.values()) {
            assertThat(words(Locale.ROOT).containsKey("health." + h))
                    .as(h.name())
                    .isTrue();
        }
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("dev.pathlight.ui.canvas.canvas", locale);
    }
}
