package dev.pathlight.live.classic;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;

/** Writes connections as {@code conntrack -L} prints them (conntrack-tools 1.4.7), the oldest first. */
public final class ConntrackList {
    private ConntrackList() {}

    /** @param nowNanos ns since 1970, for the timers */
    public static ClassicText of(SpaceState state, long nowNanos) {
        return new ClassicText(
                "conntrack -L",
                state.filters().connections().stream()
                        .filter(c -> c.secondsLeft(nowNanos) > 0)
                        .map(c -> new Line(c.listed(nowNanos), c.toString()))
                        .toList());
    }
}
