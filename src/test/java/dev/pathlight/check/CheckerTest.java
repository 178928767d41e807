package dev.pathlight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {
    /** Rules whose tripping drawing trips a warning too are tested on their own below. */
    private static final Set<String> TESTED_BELOW = Set.of(
            "port-without-cable",
            "route-device-without-cable",
            "tunnel-device-without-cable",
            "parent-without-cable",
            "member-without-cable",
            "stands-on-itself",
            "cable-at-wrong-kind");

    static List<RuleCase> cases() {
        return RuleCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleIsTrippedByItsDrawingAndByNothingElse(RuleCase c) {
        assertThat(findings(c.tripping())).containsExactly(c.finding());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNearestInnocentNeighbourIsLeftAlone(RuleCase c) {
        assertThat(findings(c.innocent())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFindingLeadsToTheLineOfTheFileItMeans(RuleCase c) {
        ReadResult.Good read = c.tripping().read();
        Finding finding = Checker.check(read.drawing().topology()).findings().getFirst();

        assertThat(read.positions().places()).containsKey(finding.field());
        assertThat(read.positions().of(finding.field()))
                .contains(read.positions().places().get(finding.field()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFindingSaysWhatIsWrongAndWhatToDoInSentences(RuleCase c) {
        assertThat(Checker.check(c.tripping().read().drawing().topology()).findings())
                .allSatisfy(f -> {
                    assertThat(f.message().toString())
                            .isNotBlank()
                            .doesNotContain("Optional")
                            .doesNotEndWith(".");
                    assertThat(f.hint().toString()).endsWith(".").matches("[A-Z].*");
                });
    }

    @Test
    void onlyADrawingWithoutErrorsIsChecked() {
        RuleCase error = RuleCases.all().getFirst();

        assertThat(Checker.check(error.tripping().read().drawing().topology()).checked())
                .isEmpty();
        assertThat(Checker.check(error.innocent().read().drawing().topology()).checked())
                .isPresent();
    }

    @Test
    void aWarningDoesNotKeepADrawingFromRunning() {
        Lab lab = Lab.plain().ethA("'addresses': ['10.0.0.0/24']");

        assertThat(Checker.check(lab.read().drawing().topology()).checked()).isPresent();
    }

    @Test
    void aPortWithoutACableCannotJoinItsBridge() {
        Lab lab = Lab.plain().node("'interfaces': [{'name': 'p0'}], 'bridges': [{'name': 'br0', 'ports': ['p0']}]");

        assertThat(findings(lab))
                .containsExactly(
                        "WARNING interface-without-cable n/p0 nodes[0].interfaces[0]",
                        "ERROR port-without-cable n/p0 nodes[0].bridges[0].ports[0]");
    }

    @Test
    void aRouteCannotLeaveByAnInterfaceWithoutACable() {
        Lab lab = Lab.plain().node("'interfaces': [{'name': 'p0'}], 'routes': [{'to': '10.9.0.0/16', 'dev': 'p0'}]");

        assertThat(findings(lab))
                .containsExactly(
                        "WARNING interface-without-cable n/p0 nodes[0].interfaces[0]",
                        "ERROR route-device-without-cable n/p0 nodes[0].routes[0].dev");
    }

    @Test
    void aTunnelOverAnInterfaceThatIsNotMadeIsTold() {
        Lab lab = Lab.plain()
                .node("'interfaces': [{'name': 'p0'}, {'name': 'vx0', 'kind': 'vxlan', 'vni': 1, 'device': 'p0'}]");

        assertThat(findings(lab))
                .containsExactly(
                        "WARNING interface-without-cable n/p0 nodes[0].interfaces[0]",
                        "ERROR tunnel-device-without-cable n/vx0 nodes[0].interfaces[1].device");
    }

    @Test
    void whatStandsOnOrHoldsWhatIsNotMadeOrOnItselfIsTold() {
        Lab lab = Lab.plain()
                .node("'interfaces': [{'name': 'p0'},"
                        + " {'name': 'v0', 'kind': 'vlan', 'parent': 'p0', 'tag': 2},"
                        + " {'name': 'c0', 'kind': 'vlan', 'parent': 'c1', 'tag': 2},"
                        + " {'name': 'c1', 'kind': 'vlan', 'parent': 'c0', 'tag': 2},"
                        + " {'name': 'b0', 'kind': 'bond', 'members': ['p0']}]");

        assertThat(findings(lab))
                .containsExactly(
                        "WARNING interface-without-cable n/p0 nodes[0].interfaces[0]",
                        "ERROR parent-without-cable n/v0 nodes[0].interfaces[1].parent",
                        "ERROR stands-on-itself n/c0 nodes[0].interfaces[2].parent",
                        "ERROR stands-on-itself n/c1 nodes[0].interfaces[3].parent",
                        "ERROR member-without-cable n/b0 nodes[0].interfaces[4].members[0]");
    }

    @Test
    void aCableIsPluggedIntoCableInterfacesOnly() {
        Lab lab = Lab.plain().ethA("'kind': 'dummy'");

        assertThat(findings(lab)).containsExactly("ERROR cable-at-wrong-kind cable:n/a/eth0 cables[0].ends[0]");
    }

    @Test
    void aCableToNowhereIsToldWhatWasProbablyMeant() {
        Lab lab = Lab.plain().cables("{'ends': ['n/a/eth0', 'n/b/ehh0']}");

        assertThat(Checker.check(lab.read().drawing().topology())
                        .findings()
                        .getFirst()
                        .hint())
                .hasToString("Did you mean \"n/b/eth0\"? If not: Add an interface ehh0 to n/b.");
    }

    @Test
    void everyRuleInTheSourcesHasACase() throws IOException {
        Set<String> tested = new TreeSet<>(TESTED_BELOW);
        RuleCases.all().forEach(c -> tested.add(c.finding().split(" ")[1]));

        assertThat(tested).isEqualTo(rulesInTheSources());
    }

    private static Set<String> rulesInTheSources() throws IOException {
        Pattern rule = Pattern.compile("\"([a-z]+[0-9]?(-[a-z0-9]+)+)\"");
        Set<String> out = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/pathlight/check"))) {
            for (Path p : files.toList()) {
                Matcher m = rule.matcher(Files.readString(p));
                while (m.find()) {
                    out.add(m.group(1));
                }
            }
        }
        return out;
    }

    @ParameterizedTest
    @MethodSource("dev.pathlight.topology.json.ShippedTopologiesTest#shipped")
    void aShippedTopologyCanRun(Path file) {
        ReadResult.Good read = (ReadResult.Good) TopologyReader.read(file);

        assertThat(Checker.check(read.drawing().topology()).checked()).isPresent();
    }

    private static List<String> findings(Lab lab) {
        return Checker.check(lab.read().drawing().topology()).findings().stream()
                .map(f -> f.severity() + " " + f.rule() + " " + f.element() + " " + f.field())
                .toList();
    }
}
