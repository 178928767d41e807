package dev.pathlight.live.classic;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.topology.Mac;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.FdbRow.Marks;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the MAC tables of all bridges, and the devices' own rows, as {@code bridge fdb} prints them. */
public final class BridgeFdb {
    private static final int STALE = 4;
    private static final int NOARP = 0x40;
    private static final int PERMANENT = 0x80;

    private BridgeFdb() {}

    /** {@code bridge fdb}: device by device, its bridge's rows and then its own; for a bridge the other way round. */
    public static ClassicText of(SpaceState state) {
        List<Line> lines = new ArrayList<>();
        for (LinkRow link : state.links()) {
            List<Line> own = state.ownRows().stream()
                    .filter(r -> r.port() == link.index())
                    .map(r -> own(r, state))
                    .toList();
            List<Line> bridged = state.macs().stream()
                    .filter(r -> r.port().equals(link.name()))
                    .sorted(Comparator.comparingLong(MacRow::order).reversed())
                    .map(BridgeFdb::bridged)
                    .toList();
            boolean isBridge = link.kind().equals("bridge");
            lines.addAll(isBridge ? own : bridged);
            lines.addAll(isBridge ? bridged : own);
        }
        return new ClassicText("bridge fdb", lines);
    }

    /** How decisions name the row: {@code 06:b5:78:d9:7b:75 dev br-veth1}. */
    static String row(MacRow r) {
        return r.mac() + " dev " + r.port() + (r.vlan() == 0 ? "" : " vlan " + r.vlan())
                + (r.local() ? " permanent" : "");
    }

    private static Line bridged(MacRow r) {
        return new Line(line(r.mac(), r.port(), r.vlan(), "master " + r.bridge() + " ", r.marks()), row(r));
    }

    private static Line own(FdbRow r, SpaceState state) {
        return new Line(line(r.mac(), state.nameOf(r.port()), r.vlan(), "", r.marks()));
    }

    private static String line(Mac mac, String device, int vlan, String master, Marks marks) {
        return mac + " dev " + device + " "
                + marks.to().map(t -> "dst " + t + " ").orElse("")
                + (vlan == 0 ? "" : "vlan " + vlan + " ")
                + (has(marks, Marks.NTF_SELF) ? "self " : "")
                + (has(marks, Marks.NTF_ROUTER) ? "router " : "")
                + (has(marks, Marks.NTF_EXT_LEARNED) ? "extern_learn " : "")
                + (has(marks, Marks.NTF_OFFLOADED) ? "offload " : "")
                + (has(marks, Marks.NTF_STICKY) ? "sticky " : "")
                + master
                + state(marks.state());
    }

    private static boolean has(Marks marks, int flag) {
        return (marks.flags() & flag) != 0;
    }

    private static String state(int state) {
        if ((state & PERMANENT) != 0) {
            return "permanent";
        }
        return (state & NOARP) != 0 ? "static" : (state & STALE) != 0 ? "stale" : "";
    }
}
