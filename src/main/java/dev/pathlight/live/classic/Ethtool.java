package dev.pathlight.live.classic;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.wire.LinkRow;
import java.util.List;

/**
 * Writes who is at the other end of a veth as {@code ethtool -S} prints it. The counters that follow there are not among
 * what the kernel's route messages tell, so the command ends where they begin.
 */
public final class Ethtool {
    private Ethtool() {}

    /** One text for each veth of the namespace. */
    public static List<ClassicText> of(Snapshot snapshot, SpaceState state) {
        Peers peers = new Peers(snapshot);
        return state.links().stream()
                .filter(l -> l.kind().equals("veth"))
                .map(l -> statistics(l, peers, state))
                .toList();
    }

    private static ClassicText statistics(LinkRow veth, Peers peers, SpaceState state) {
        String peer = peers.of(state.id(), veth).map(Peers.Peer::label).orElse("");
        return new ClassicText(
                "ethtool -S " + veth.name() + " | head -2",
                List.of(new Line("NIC statistics:"), new Line("     peer_ifindex: " + veth.peer(), "", peer)));
    }
}
