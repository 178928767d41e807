package dev.pathlight.live.classic;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.wire.LinkRow;
import java.util.List;
import java.util.stream.Stream;

/** The tools a class knows; each prints some of a namespace's tables. */
public enum ClassicForm {
    BRCTL,
    BRIDGE,
    ROUTE,
    IP,
    ARP,
    ETHTOOL,
    NFT,
    CONNTRACK;

    /** What this tool prints of a namespace, command by command. */
    public List<ClassicText> of(Snapshot snapshot, SpaceState state) {
        return switch (this) {
            case BRCTL ->
                Stream.concat(
                                Stream.of(Brctl.show(state)),
                                Brctl.bridges(state).stream()
                                        .map(LinkRow::name)
                                        .map(b -> Brctl.showMacs(state, b, snapshot.nanos())))
                        .toList();
            case BRIDGE -> List.of(BridgeFdb.of(state));
            case ROUTE -> List.of(RouteN.of(state));
            case IP ->
                List.of(IpAddr.of(snapshot, state), IpRoute.v4(state), IpRoute.v6(state), Neighbours.ipNeigh(state));
            case ARP -> List.of(Neighbours.arp(state));
            case ETHTOOL -> Ethtool.of(snapshot, state);
            case NFT -> List.of(NftRuleset.of(state));
            case CONNTRACK -> List.of(ConntrackList.of(state, snapshot.nanos()));
        };
    }
}
