package dev.pathlight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MendsTest {
    private static final int BREAKS = 12;

    /** What nobody can mend without knowing what was meant. */
    private static final Set<String> TO_BE_THOUGHT_ABOUT = Set.of(
            "bad-command",
            "filter-device-name",
            "filter-families-mixed",
            "overlapping-subnets",
            "publish-families-mixed",
            "too-many-ports",
            "tunnel-mixes-families",
            "tunnel-peer-mac");

    static List<RuleCase> cases() {
        return RuleCases.all();
    }

    private static List<Finding> findings(Drawing d) {
        return Checker.check(d.topology()).findings();
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream().map(f -> f.rule() + " " + f.element()).toList();
    }

    /** An error is mended by something that runs; what is left may be worth a warning, such as an interface without a cable. */
    @ParameterizedTest
    @MethodSource("cases")
    void aMendLeavesTheFindingOutAndMakesNoError(RuleCase c) {
        Drawing drawn = c.tripping().read().drawing();
        Finding found = findings(drawn).getFirst();
        for (Mend m : Mends.of(drawn.topology(), found)) {
            Drawing mended = m.edit().applyTo(drawn);
            assertThat(mended).as(m.name().toString()).isNotEqualTo(drawn);
            List<Finding> left = findings(mended);
            assertThat(shown(left)).as(m.name().toString()).doesNotContain(found.rule() + " " + found.element());
            assertThat(left).as(m.name().toString()).noneMatch(f -> f.severity() == Finding.Severity.ERROR);
        }
    }

    /** Every shipped drawing, broken at random: each mend leaves its finding out, and nothing is worse than it was. */
    @ParameterizedTest
    @MethodSource("shipped")
    void howeverADrawingIsBrokenAMendMakesItBetter(Path file) {
        Drawing shipped = ((ReadResult.Good) TopologyReader.read(file)).drawing();
        mends(shipped, file + " as shipped");
        for (int seed = 0; seed < BREAKS; seed++) {
            Drawing broken = new Breaking(seed).broken(shipped);
            mends(broken, file + " broken by " + seed);
        }
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("topologies"))) {
            return all.filter(p -> p.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static void mends(Drawing drawn, String what) {
        List<Finding> before = findings(drawn);
        for (Finding f : before) {
            for (Mend m : Mends.of(drawn.topology(), f)) {
                String how = what + ": " + f + ": " + m.name();
                List<Finding> after = findings(m.edit().applyTo(drawn));
                assertThat(after).as(how).doesNotContain(f);
                assertThat(shown(after.stream()
                                .filter(x -> x.severity() == Finding.Severity.ERROR)
                                .toList()))
                        .as(how)
                        .isSubsetOf(shown(before));
            }
        }
    }

    @Test
    void whatHasAnObviousWayHasAMendAndTheRestIsListedHere() {
        Set<String> without = new TreeSet<>();
        Set<String> with = new TreeSet<>();
        for (RuleCase c : cases()) {
            Drawing drawn = c.tripping().read().drawing();
            Finding found = findings(drawn).getFirst();
            (Mends.of(drawn.topology(), found).isEmpty() ? without : with).add(found.rule());
        }
        without.removeAll(with);
        assertThat(without).isEqualTo(new TreeSet<>(TO_BE_THOUGHT_ABOUT));
    }

    @Test
    void aMendIsNamedByWhatItDoes() {
        List<String> names = cases().stream()
                .flatMap(c -> {
                    Drawing drawn = c.tripping().read().drawing();
                    return Stream.of(findings(drawn).getFirst()).flatMap(f -> Mends.of(drawn.topology(), f).stream());
                })
                .map(m -> m.name().toString())
                .toList();
        assertThat(names)
                .allSatisfy(n -> assertThat(n).matches("[A-Z].*[^.]").doesNotContain("Optional"))
                .anyMatch(n -> n.matches("Use 10\\.\\S+"))
                .contains("Let it forward");
    }
}
