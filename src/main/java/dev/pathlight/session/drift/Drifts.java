package dev.pathlight.session.drift;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import java.util.ArrayList;
import java.util.List;

/** Finds what was changed by hand: what the kernel's tables show, compared with what they should. */
public final class Drifts {
    private Drifts() {}

    /**
     * Links first, for what goes with a link is no difference of its own; then what the tables hold.
     *
     * @param there what was brought to the machine
     * @param untouched settings of a network stack for which nothing is drawn
     */
    public static List<Drift> between(Inventory there, Snapshot now, Untouched untouched) {
        Expected expected = new Expected(there);
        List<SpaceState> states = now.spaces().values().stream()
                .filter(s -> expected.at(s.id()).isPresent())
                .toList();
        states.forEach(s -> new LinksGone(expected, s).find());
        states.forEach(s -> new LinksNew(expected, s, states).find());
        states.forEach(s -> new LinksChanged(expected, s).find());
        for (SpaceState s : states) {
            new TableDrifts(expected, s).find();
            new NeighbourDrifts(expected, s).find();
            new SettingDrifts(expected, s, untouched).find();
            new FilterDrifts(expected, s).find();
            new ConnectedDrifts(expected, s).find();
        }
        return expected.found();
    }

    /**
     * Without what was done on purpose and is told elsewhere. What of that somebody has put right by hand is no difference
     * either.
     *
     * @param known operations that were done besides
     */
    public static List<Drift> between(Inventory there, List<NetOp> known, Snapshot now, Untouched untouched) {
        List<Drift> all = between(there, now, untouched);
        if (known.isEmpty() || all.isEmpty()) {
            return all;
        }
        List<Drift> unexplained = new ArrayList<>(all);
        unexplained.retainAll(between(there.told(known), now, untouched));
        return unexplained;
    }
}
