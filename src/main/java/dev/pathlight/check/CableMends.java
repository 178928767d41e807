package dev.pathlight.check;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plugs cables and LANs in where they can be, or takes them away. */
final class CableMends {
    private CableMends() {}

    static List<Mend> of(Place at) {
        return switch (at.finding().rule()) {
            case "cable-at-wrong-kind" ->
                at.mend(
                        Sentence.of("Make {0} the end of a cable", plugged(at)),
                        new Edit.SetKind(plugged(at), new LinkKind.CableEnd()));
            case "interface-without-cable" ->
                at.mend(
                        Sentence.of("Remove {0}", at.port().name()),
                        new Edit.Remove(at.port().toString()));
            case "cable-to-nowhere", "unknown-nic" -> missing(at);
            default -> away(at);
        };
    }

    /** Draws what is not there yet, or takes away what leads to it. */
    private static List<Mend> missing(Place at) {
        PortId port = plugged(at);
        List<Mend> mends = new ArrayList<>();
        boolean room = at.topology().find(port.space()).isPresent()
                && at.topology()
                        .find(port.space())
                        .flatMap(s -> s.findBridge(port.name()))
                        .isEmpty();
        if (room) {
            mends.addAll(at.mend(
                    Sentence.of("Add the interface {0}", port),
                    new Edit.AddInterface(port.space(), Interface.cableEnd(port.name()))));
        }
        mends.addAll(away(at));
        return mends;
    }

    private static PortId plugged(Place at) {
        if (at.index("lans") >= 0) {
            return at.topology().lans().get(at.index("lans")).nics().get(at.index("nics"));
        }
        Cable c = at.topology().cables().get(at.index("cables"));
        return at.index("ends") == 0 ? c.a() : c.b();
    }

    /** The cable goes, or the interface leaves the LAN. */
    private static List<Mend> away(Place at) {
        Topology t = at.topology();
        int lan = at.index("lans");
        if (lan >= 0) {
            Lan l = t.lans().get(lan);
            return at.mend(
                    Sentence.of("Take {0} off the LAN", plugged(at)),
                    new Edit.ReplaceTopology(t.withLans(
                            Place.with(t.lans(), lan, l.withNics(Place.without(l.nics(), at.index("nics")))))));
        }
        return at.mend(
                Sentence.of("Take this cable away"),
                new Edit.ReplaceTopology(t.withCables(Place.without(t.cables(), at.index("cables")))));
    }

    /** Leaves out what this version cannot run, where something that runs is left. */
    static List<Mend> runnable(Place at) {
        Topology t = at.topology();
        int cable = at.index("cables");
        if (cable >= 0) {
            Cable c = t.cables().get(cable);
            return at.mend(
                    Sentence.of("Let it do nothing to packets"),
                    new Edit.ReplaceTopology(
                            t.withCables(Place.with(t.cables(), cable, new Cable(c.a(), c.b(), Optional.empty())))));
        }
        return at.isAt("host")
                ? at.mend(
                        Sentence.of("Emulate it here"),
                        new Edit.SetHost(at.node().name(), Optional.empty()))
                : List.of();
    }
}
