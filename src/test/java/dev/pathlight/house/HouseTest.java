package dev.pathlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Our own classes keep the rules of the house, and each rule is proved able to fail by classes planted to break it. */
final class HouseTest {
    private static final Building OURS = Building.ours();
    private static final Building PLANTED = Building.planted();

    /** Which planted class breaks which rule; every other planted class is an innocent neighbour. */
    private static final Map<String, Set<String>> GUILTY = Map.of(
            "corridor", Set.of("plan.LooksRight", "attic.NoRoom"),
            "libraries", Set.of("topology.BorrowsJackson", "view.ShowsScene"),
            "pure", Set.of("trace.ReadsFiles"),
            "static-state", Set.of("check.Remembers"),
            "console", Set.of("wire.Prints"),
            "threads", Set.of("plan.MakesThread", "live.NamelessThread"),
            "fx-thread", Set.of("ui.RunsLater"),
            "names", Set.of("machine.ThingManager"));

    @ParameterizedTest
    @FieldSource("dev.pathlight.house.Rules#ALL")
    void ourClassesKeep(Rule rule) {
        assertThat(OURS.breaches(rule)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("dev.pathlight.house.Rules#ALL")
    void thePlantedClassesBreak(Rule rule) {
        assertThat(PLANTED.breaches(rule).stream().map(Breach::where).collect(Collectors.toSet()))
                .isEqualTo(GUILTY.get(rule.name()));
    }

    @Test
    void theRulesSeeTheWholeHouse() {
        assertThat(OURS.classes()).hasSizeGreaterThan(100);
    }

    @Test
    void everyRoomHoldsAClassThatTheRulesSee() {
        assertThat(OURS.classes().stream()
                        .flatMap(type -> Rooms.roomOf(OURS.relative(type)).stream())
                        .collect(Collectors.toSet()))
                .containsAll(Rooms.names());
    }

    @Test
    void excusesAreCountedAndTheirNumberOnlyFalls() throws IOException {
        assertThat(OURS.excuses())
                .as("classes with @HouseException; when it fell, write the lower number into exceptions.txt")
                .isEqualTo(committedNumber());
    }

    @Test
    void anExcuseIsHonouredForItsRuleAlone() {
        assertThat(PLANTED.excuses()).isEqualTo(1);
        assertThat(PLANTED.classes().contain(PLANTED.root() + ".wire.PrintsWithReason"))
                .isTrue();
    }

    private static long committedNumber() throws IOException {
        try (var file = HouseTest.class.getResourceAsStream("exceptions.txt")) {
            assertThat(file).isNotNull();
            return Long.parseLong(new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }
}
