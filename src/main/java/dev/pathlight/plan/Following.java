package dev.pathlight.plan;

import dev.pathlight.plan.FilterChain.Hook;
import dev.pathlight.plan.FilterRule.Action;
import dev.pathlight.plan.FilterRule.Match;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Locale;

/**
 * Makes a namespace's kernel report by which filter rules its packets go: two chains of a table of their own, ahead of all
 * others, mark them to be followed.
 */
public final class Following {
    /** The table's name: whoever lists rules knows it by this, and leaves it out. */
    public static final String TABLE = "pathlight-trace";

    /** Before raw tables (-300) and connection tracking (-200). */
    private static final int FIRST = -350;

    /** Reports cost more than packets: beyond this, packets go on unreported. */
    private static final int MOST_PER_SECOND = 1000;

    private Following() {}

    public static List<Step> on(SpaceId space) {
        StepList steps = new StepList();
        String element = space.toString();
        steps.add(Stage.CONFIGURE, new NetOp.AddFilterTable(space, TABLE), element);
        for (Hook hook : List.of(Hook.PREROUTING, Hook.OUTPUT)) {
            String name = hook.name().toLowerCase(Locale.ROOT);
            FilterChain chain = new FilterChain(name, FilterChain.Type.FILTER, hook, FIRST, false);
            FilterRule rule = new FilterRule(List.of(new Match.AtMost(MOST_PER_SECOND)), new Action.Follow(), "");
            steps.add(Stage.CONFIGURE, new NetOp.AddFilterChain(space, TABLE, chain), element);
            steps.add(Stage.CONFIGURE, new NetOp.AddFilterRule(space, TABLE, name, rule), element);
        }
        return steps.toPlan().steps();
    }

    public static List<Step> off(SpaceId space) {
        StepList steps = new StepList();
        steps.add(Stage.CONFIGURE, new NetOp.DeleteFilterTable(space, TABLE), space.toString());
        return steps.toPlan().steps();
    }
}
