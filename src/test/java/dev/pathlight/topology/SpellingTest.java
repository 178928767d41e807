package dev.pathlight.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> FIELDS = List.of("name", "interfaces", "bridges", "routes", "addresses", "mtu");

    @Test
    void aSlipOfTheFingersIsUnderstood() {
        assertThat(List.of("adresses", "interface", "Routes", "bridegs", "mtuu").stream()
                        .map(w -> Spelling.nearest(w, FIELDS).orElse("")))
                .containsExactly("addresses", "interfaces", "routes", "bridges", "mtu");
    }

    @Test
    void whatIsFarFromEverythingIsNotGuessedAt() {
        assertThat(List.of("colour", "x", "", "z".repeat(100_000)).stream().map(w -> Spelling.didYouMean(w, FIELDS)))
                .containsOnly("");
    }

    @Test
    void aHintBeginsWithItsSecondHalfWhereNothingIsNear() {
        assertThat(List.of(
                        Spelling.didYouMeanOr("add it.", "colur", List.of("colour")),
                        Spelling.didYouMeanOr("add it.", "zebra", List.of("colour"))))
                .containsExactly("Did you mean \"colour\"? Otherwise add it.", "Add it.");
    }
}
