package dev.pathlight.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
        assertThat(List.of("colour", "x", "", "z".repeat(100_000)).stream().map(w -> Spelling.nearest(w, FIELDS)))
                .containsOnly(Optional.empty());
    }

    @Test
    void aHintBeginsWithItsSecondHalfWhereNothingIsNear() {
        Sentence add = Sentence.verbatim("Add it.");
        assertThat(List.of(
                        Spelling.didYouMeanOr(add, "colur", List.of("colour")).toString(),
                        Spelling.didYouMeanOr(add, "zebra", List.of("colour")).toString()))
                .containsExactly("Did you mean \"colour\"? If not: Add it.", "Add it.");
    }
}
