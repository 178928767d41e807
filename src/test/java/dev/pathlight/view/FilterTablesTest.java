package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Filters;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.ConnectionRow.Standing;
import dev.pathlight.wire.ConnectionRow.Tuple;
import dev.pathlight.wire.RuleRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The panels of rules and connections: which rows they have, and which of them is pointed at. */
class FilterTablesTest {
    private static final SpaceId ROUTER = SpaceId.parse("router");
    private static final String DROPS = "ip saddr 10.1.1.2 counter drop";
    private static final long NOW = 5_000_000_000L;

    private final RuleTableModel rules = new RuleTableModel();
    private final ConnectionTableModel connections = new ConnectionTableModel();

    private static Glance glance(Optional<Decision> refused, ConnectionRow... known) {
        ChainRow forward =
                new ChainRow("inet", "filter", "forward", Optional.of(new ChainRow.Base("filter", "forward", 0, true)));
        RuleRow drops = new RuleRow("inet", "filter", "forward", 4, DROPS, RuleRow.Effect.DROPS, 3, 252);
        RuleRow other = new RuleRow("inet", "filter", "forward", 5, "accept", RuleRow.Effect.OTHER, -1, -1);
        Filters filters = new Filters(List.of(forward), List.of(drops, other), List.of(known));
        TreeMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        spaces.put(ROUTER, state(ROUTER, filters));
        spaces.put(SpaceId.parse("host"), state(SpaceId.parse("host"), Filters.NONE));
        Optional<Journey.Lost> lost = refused.map(
                d -> new Journey.Lost(ROUTER, Optional.empty(), "filtered", Sentence.of("dropped"), Optional.of(d)));
        return new Glance(new Snapshot(NOW, spaces), NOW, Optional.empty(), lost);
    }

    private static SpaceState state(SpaceId id, Filters filters) {
        return new SpaceState(
                id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), filters, 0, List.of(), Map.of());
    }

    private static Decision decision(String row) {
        return new Decision(Decision.Kind.RULE, ROUTER, "inet filter forward", row);
    }

    private List<String> used() {
        return rules.rows().stream()
                .filter(r -> r.used().get())
                .map(r -> r.text)
                .toList();
    }

    @Test
    void rulesStandBelowTheirChainInNftsWordsWithThePacketsTheyMet() {
        rules.show(glance(Optional.empty()));

        assertThat(rules.rows())
                .extracting(r -> r.text, r -> r.base, r -> r.packets().get())
                .containsExactly(
                        tuple("inet filter forward", "type filter hook forward priority filter; policy drop;", ""),
                        tuple(DROPS, "", "3"),
                        tuple("accept", "", ""));
        assertThat(rules.choice().spaces()).containsExactly(ROUTER);
        assertThat(rules.pointing().get()).isFalse();
    }

    private static org.assertj.core.groups.Tuple tuple(String... values) {
        return org.assertj.core.groups.Tuple.tuple((Object[]) values);
    }

    @Test
    void theRuleOrThePolicyThatDroppedIsPointedAt() {
        rules.show(glance(Optional.of(decision(DROPS))));
        assertThat(used()).containsExactly(DROPS);
        assertThat(rules.pointing().get()).isTrue();

        rules.show(glance(Optional.of(decision("type filter hook forward policy drop"))));
        assertThat(used()).containsExactly("inet filter forward");
    }

    @Test
    void theTerminalsFormPointsAtTheSameRule() {
        rules.classic().on().set(true);
        rules.show(glance(Optional.of(decision(DROPS))));

        assertThat(rules.classic().copied(List.of(), "# matched here")).isEqualTo("""
            [router] # nft list ruleset
            table inet filter {
            	chain forward {
            		type filter hook forward priority filter; policy drop;
            		ip saddr 10.1.1.2 counter packets 3 bytes 252 drop  # matched here
            		accept
            	}
            }
            """);
    }

    @Test
    void aConnectionTellsBothDirectionsAndIsGoneWhenItsTimeIsOver() {
        Tuple there = new Tuple(IpAddress.parse("172.12.1.20"), IpAddress.parse("172.12.1.11"), 40000, 8080);
        Tuple back = new Tuple(IpAddress.parse("172.17.0.2"), IpAddress.parse("172.12.1.20"), 80, 40000);
        ConnectionRow lives =
                new ConnectionRow(1, 6, there, back, 0x2e, new Standing(3, 60, NOW - 1_000_000_000, 0, 1));
        ConnectionRow over = new ConnectionRow(2, 6, there, back, 0, new Standing(1, 2, NOW - 3_000_000_000L, 0, 1));
        connections.show(glance(Optional.empty(), lives, over));

        assertThat(connections.rows()).singleElement().satisfies(r -> {
            assertThat(r.original).isEqualTo("172.12.1.20:40000 → 172.12.1.11:8080");
            assertThat(r.reply).isEqualTo("172.17.0.2:80 → 172.12.1.20:40000");
            assertThat(r.marks).isEqualTo("DNAT");
            assertThat(r.state().get()).isEqualTo("ESTABLISHED ASSURED");
        });
        assertThat(lives.listed(NOW))
                .isEqualTo("tcp      6 59 ESTABLISHED src=172.12.1.20 dst=172.12.1.11 sport=40000 dport=8080"
                        + " src=172.17.0.2 dst=172.12.1.20 sport=80 dport=40000 [ASSURED] mark=0 use=1");
    }
}
