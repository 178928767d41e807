package dev.pathlight.view;

import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the kernel that drawings run on can do; found out in the background, once somebody wants to know. */
public final class FeaturesModel {
    private final ReadOnlyObjectWrapper<KernelFeatures> known = new ReadOnlyObjectWrapper<>(KernelFeatures.UNKNOWN);
    private final SessionOpener opener;
    private final FxThread fx;
    private boolean asked;

    FeaturesModel(SessionOpener opener, FxThread fx) {
        this.opener = opener;
        this.fx = fx;
    }

    /** Has it found out, unless that was done or is being done. What refuses to run anything is told at the first Run. */
    public void want() {
        if (!asked) {
            asked = true;
            fx.work(opener::features, known::set, e -> {});
        }
    }

    /** Nothing is missing until it is known. */
    public ReadOnlyObjectProperty<KernelFeatures> known() {
        return known.getReadOnlyProperty();
    }

    /** The first reason why a drawing cannot run here. */
    public static Optional<Sentence> obstacle(Topology drawn, KernelFeatures kernel) {
        return needs(drawn).stream().flatMap(f -> kernel.lacks(f).stream()).findFirst();
    }

    private static Set<Feature> needs(Topology drawn) {
        Set<Feature> needs = EnumSet.noneOf(Feature.class);
        drawn.nodes().forEach(node -> node.spaces().forEach(space -> needs(space, needs)));
        return needs;
    }

    private static void needs(Namespace space, Set<Feature> needs) {
        for (Bridge b : space.bridges()) {
            needs.add(Feature.BRIDGES);
            if (b.options().stp()) {
                needs.add(Feature.SPANNING_TREE);
            }
            if (b.options().vlanFiltering()) {
                needs.add(Feature.VLAN_FILTERING);
            }
        }
        space.interfaces().forEach(i -> Feature.of(i.kind()).ifPresent(needs::add));
        if (!space.nat().isEmpty() || !space.firewall().isEmpty()) {
            needs.add(Feature.NFTABLES);
        }
    }
}
