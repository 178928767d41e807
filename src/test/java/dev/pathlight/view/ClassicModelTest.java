package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassicModelTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final String HERE = "# matched here";

    private final TablesModel tables = new TablesModel();
    private final Journey request = BridgeLecture.ping(1, START, 1).getFirst();

    @BeforeEach
    void aPingIsPlayed() {
        tables.begin();
        tables.add(BridgeLecture.tables(START - 500 * MILLI, START - 400 * MILLI));
        tables.add(request);
        tables.turnTo(Optional.of(new Itinerary(request).moment(0)), false);
    }

    @Test
    void theRouteThatDecidesIsMarkedAtTheEndOfItsLine() {
        ClassicModel classic = tables.routes().classic();
        classic.on().set(true);

        assertThat(classic.copied(List.of(), HERE)).isEqualTo("""
            [ns1] # route -n
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
            10.1.1.0        0.0.0.0         255.255.255.0   U     0      0        0 veth0  # matched here
            """);
    }

    @Test
    void anotherCommandShowsTheSameRowInItsOwnWords() {
        ClassicModel classic = tables.routes().classic();
        classic.on().set(true);
        classic.chosen().set(classic.commands().indexOf("ip route"));

        assertThat(classic.lines()).hasSize(1).allMatch(ClassicModel.Line::lit);
        assertThat(classic.copied(classic.lines(), HERE)).startsWith("10.1.1.0/24 dev veth0 ");
    }

    @Test
    void theRowByWhichABridgeForwardsIsMarkedBesideWhoseItIs() {
        ClassicModel classic = tables.macs().classic();
        classic.on().set(true);
        tables.turnTo(Optional.of(new Itinerary(request).moment(1)), false);

        assertThat(classic.commands()).first().isEqualTo("brctl showmacs br0");
        assertThat(classic.lines().stream().filter(ClassicModel.Line::lit).map(l -> l.noted(HERE)))
                .singleElement()
                .asString()
                .contains(BridgeLecture.NS2.toString())
                .endsWith("  # ns2 veth1  # matched here");
    }

    @Test
    void thePacketReadsAsTcpdumpPrintsItAtEachInterfaceAndTheHopItIsAtIsLit() {
        tables.packet().on().set(true);

        assertThat(tables.packet().lines().stream().map(ClassicModel.Line::text).filter(l -> l.startsWith("[")))
                .containsExactly(
                        "[ns1] # tcpdump -ne -i veth0",
                        "[this] # tcpdump -ne -i br-veth0",
                        "[this] # tcpdump -ne -i br-veth1",
                        "[ns2] # tcpdump -ne -i veth1");
        assertThat(tables.packet().lines()).extracting(ClassicModel.Line::lit).startsWith(false, true, false, false);
    }

    @Test
    void theNamespaceChosenForTheTableIsTheTextsToo() {
        ClassicModel classic = tables.routes().classic();
        classic.on().set(true);
        tables.routes().choose(SpaceId.parse("this/ns2"));

        assertThat(classic.place().get()).isEqualTo("ns2");
        assertThat(classic.lines()).noneMatch(ClassicModel.Line::lit);
    }
}
