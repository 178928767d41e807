package dev.pathlight.check;

import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds a topology against every rule. Where in a file a finding is, the file's positions tell: {@code
 * positions.of(finding.field())}.
 */
public final class Checker {
    private static final List<Rule> RULES = Stream.of(
                    NameRules.ALL,
                    CableRules.ALL,
                    BridgeRules.ALL,
                    LinkRules.ALL,
                    TunnelRules.ALL,
                    AddressRules.ALL,
                    StackRules.ALL,
                    MemberRules.ALL,
                    PipeRules.ALL,
                    RouteRules.ALL,
                    GatewayRules.ALL,
                    SysctlRules.ALL,
                    ContainerRules.ALL,
                    FilterRules.ALL,
                    NotYetRunnable.ALL)
            .flatMap(List::stream)
            .toList();

    private Checker() {}

    public static CheckResult check(Topology topology) {
        Findings findings = new Findings();
        Drawn drawn = new Drawn(topology);
        RULES.forEach(rule -> rule.check(drawn, findings));
        boolean runs = findings.all().stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR);
        return new CheckResult(findings.all(), runs ? Optional.of(new CheckedTopology(topology)) : Optional.empty());
    }
}
