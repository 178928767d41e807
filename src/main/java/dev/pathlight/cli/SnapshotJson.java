package dev.pathlight.cli;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import dev.pathlight.wire.RuleRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A snapshot as the JSON that scripts read; numbers are the kernel's own. */
final class SnapshotJson {
    private SnapshotJson() {}

    static Map<String, Object> of(String topology, Snapshot snapshot, Listening listening) {
        return Json.object(
                "topology", topology,
                "time_ns", snapshot.nanos(),
                "namespaces",
                        each(List.copyOf(snapshot.spaces().values()), s -> space(s, listening, snapshot.nanos())));
    }

    private static Map<String, Object> space(SpaceState s, Listening listening, long nowNanos) {
        return Json.object(
                "node", s.id().node().value(),
                "namespace", s.id().namespace(),
                "links", each(s.links(), l -> link(l, s)),
                "addresses", each(s.addresses(), a -> address(a, s)),
                "routes", each(s.routes(), r -> route(r, s)),
                "neighbours", each(s.neighbours(), n -> neighbour(n, s)),
                "macs", each(s.macs(), m -> mac(m, nowNanos)),
                "listeners", some(each(listening.at(s.id()), Listening::json)),
                "chains", some(each(s.filters().chains(), SnapshotJson::chain)),
                "rules", some(each(s.filters().rules(), SnapshotJson::rule)),
                "connections", some(each(s.filters().connections(), c -> connection(c, nowNanos))));
    }

    /** Few namespaces have any. */
    private static <T> Optional<List<T>> some(List<T> rows) {
        return Optional.of(rows).filter(r -> !r.isEmpty());
    }

    private static Map<String, Object> chain(ChainRow c) {
        return Json.object(
                "family", c.family(),
                "table", c.table(),
                "name", c.name(),
                "type", c.base().map(ChainRow.Base::type),
                "hook", c.base().map(ChainRow.Base::hook),
                "priority", c.base().map(ChainRow.Base::priority),
                "policy", c.base().map(b -> b.drops() ? "drop" : "accept"));
    }

    private static Map<String, Object> rule(RuleRow r) {
        return Json.object(
                "family", r.family(),
                "table", r.table(),
                "chain", r.chain(),
                "handle", r.handle(),
                "packets", r.packets() < 0 ? Optional.empty() : r.packets(),
                "bytes", r.bytes() < 0 ? Optional.empty() : r.bytes(),
                "row", r.text());
    }

    private static Map<String, Object> connection(ConnectionRow c, long nowNanos) {
        return Json.object(
                "protocol", c.protocolName(),
                "state", Optional.of(c.state()).filter(s -> !s.isEmpty()),
                "seconds_left", c.secondsLeft(nowNanos),
                "replied", c.isReplied(),
                "assured", c.isAssured(),
                "source_translated", c.isSourceTranslated(),
                "destination_translated", c.isDestinationTranslated(),
                "row", c.toString());
    }

    private static Map<String, Object> link(LinkRow l, SpaceState s) {
        return Json.object(
                "index", l.index(),
                "name", l.name(),
                "kind", l.kind(),
                "mac", text(l.mac()),
                "mtu", l.mtu(),
                "up", l.isUp(),
                "master", l.master() == 0 ? Optional.empty() : s.nameOf(l.master()),
                "port", l.portNumber() == 0 ? Optional.empty() : l.portNumber(),
                "port_state", l.portNumber() == 0 ? Optional.empty() : l.portState());
    }

    private static Map<String, Object> address(AddressRow a, SpaceState s) {
        return Json.object(
                "interface", s.nameOf(a.index()), "address", a.address().toString(), "scope", a.scope());
    }

    private static Map<String, Object> route(RouteRow r, SpaceState s) {
        return Json.object(
                "destination", r.destination().toString(),
                "via", text(r.gateway()),
                "interface", r.device() == 0 ? Optional.empty() : s.nameOf(r.device()),
                "source", text(r.source()),
                "metric", r.metric(),
                "table", r.table(),
                "type", r.type(),
                "scope", r.scope(),
                "protocol", r.protocol(),
                "row", RowText.route(r, s::nameOf));
    }

    private static Map<String, Object> neighbour(NeighbourRow n, SpaceState s) {
        return Json.object(
                "interface", s.nameOf(n.index()),
                "address", n.address().toString(),
                "mac", text(n.mac()),
                "state", n.state(),
                "row", RowText.neighbour(n, s::nameOf));
    }

    private static Map<String, Object> mac(MacRow m, long nowNanos) {
        return Json.object(
                "bridge", m.bridge(),
                "port", m.port(),
                "port_number", m.portNumber(),
                "mac", m.mac().toString(),
                "vlan", m.vlan(),
                "local", m.local(),
                "owner", text(m.owner()),
                "age_s", m.ageSeconds(nowNanos));
    }

    private static Optional<String> text(Optional<?> value) {
        return value.map(Object::toString);
    }

    private static <T> List<Map<String, Object>> each(List<T> rows, Function<T, Map<String, Object>> json) {
        return rows.stream().map(json).toList();
    }
}
