package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Routes are held against iproute2's own output in {@link DialectsTest}; here are the shapes worth reading. */
class RowTextTest {
    private final IntFunction<String> names = i -> i == 4 ? "veth0" : "if" + i;

    @Test
    void routesReadAsIpRoutePrintsThem() {
        List<RouteRow> rows = List.of(
                row("10.1.1.0/24", "", "10.1.1.2", 0, 254, 1, 253),
                row("0.0.0.0/0", "10.1.1.1", "", 0, 254, 1, 0),
                row("10.1.1.2/32", "", "10.1.1.2", 0, 255, 2, 254),
                row("10.1.1.255/32", "", "10.1.1.2", 0, 255, 3, 253),
                row("fd00::/64", "", "", 256, 254, 1, 0),
                row("10.9.0.0/16", "fd00::1", "", 20, 1000, 1, 0));
        assertThat(rows.stream().map(r -> RowText.route(r, names)))
                .containsExactly(
                        "10.1.1.0/24 dev veth0 scope link src 10.1.1.2",
                        "default via 10.1.1.1 dev veth0",
                        "local 10.1.1.2 dev veth0 table local scope host src 10.1.1.2",
                        "broadcast 10.1.1.255 dev veth0 table local scope link src 10.1.1.2",
                        "fd00::/64 dev veth0 metric 256",
                        "10.9.0.0/16 via inet6 fd00::1 dev veth0 table 1000 metric 20");
    }

    private static RouteRow row(String to, String via, String source, long metric, int table, int type, int scope) {
        return new RouteRow(Cidr.parse(to), ip(via), 4, ip(source), metric, table, type, scope, 2);
    }

    private static Optional<IpAddress> ip(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(IpAddress.parse(text));
    }

    @Test
    void macTableRowsReadAsBridgeFdbPrintsThem() {
        Mac mac = Mac.parse("06:b5:78:d9:7b:75");
        assertThat(List.of(
                        RowText.fdb(new FdbRow(4, 2, mac, 0, false, 7), names),
                        RowText.fdb(new FdbRow(4, 2, mac, 1, true, 0), names)))
                .containsExactly("06:b5:78:d9:7b:75 dev veth0", "06:b5:78:d9:7b:75 dev veth0 vlan 1 permanent");
    }

    @Test
    void neighboursReadAsIpNeighPrintsThem() {
        IpAddress ip = IpAddress.parse("10.1.1.3");
        assertThat(List.of(
                        RowText.neighbour(
                                new NeighbourRow(4, ip, Optional.of(Mac.parse("06:b5:78:d9:7b:75")), 2), names),
                        RowText.neighbour(new NeighbourRow(4, ip, Optional.empty(), 0x20), names),
                        RowText.neighbour(new NeighbourRow(4, ip, Optional.empty(), 0), names)))
                .containsExactly(
                        "10.1.1.3 dev veth0 lladdr 06:b5:78:d9:7b:75 REACHABLE",
                        "10.1.1.3 dev veth0 FAILED",
                        "10.1.1.3 dev veth0 NONE");
    }
}
