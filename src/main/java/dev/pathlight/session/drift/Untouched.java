package dev.pathlight.session.drift;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Inventory;
import dev.pathlight.wire.SettingsRow;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a network stack is set that nobody has told anything: whether it forwards, its reverse path filter and that of new
 * devices. IPv4's defaults are those of the machine's own stack ({@code net.core.devconf_inherit_init_net}).
 *
 * @param reversePath empty where it is not known
 */
public record Untouched(boolean forwardsV4, boolean forwardsV6, OptionalInt reversePath, OptionalInt reversePathOfNew) {
    /** The kernel's own. */
    public static final Untouched NOTHING = new Untouched(false, false, OptionalInt.empty(), OptionalInt.empty());

    /** Learned from stacks that have just been made. */
    public static Untouched of(Inventory there, Snapshot first) {
        return new Untouched(
                forwards(there, first, false),
                forwards(there, first, true),
                reversePath(there, first, "all", SettingsRow.ALL),
                reversePath(there, first, "default", SettingsRow.DEFAULT));
    }

    private static OptionalInt reversePath(Inventory there, Snapshot first, String device, int index) {
        return first.spaces().values().stream()
                .filter(s -> there.stack(s.id())
                        .filter(h -> SettingDrifts.value(h, SettingDrifts.reversePathKey(device))
                                .isEmpty())
                        .isPresent())
                .flatMap(s -> s.settings().stream())
                .filter(r -> !r.v6() && r.index() == index)
                .flatMapToInt(r -> r.rpFilter().stream())
                .findFirst();
    }

    private static boolean forwards(Inventory there, Snapshot first, boolean v6) {
        return first.spaces().values().stream()
                .filter(s -> there.stack(s.id())
                        .filter(h -> SettingDrifts.told(h, v6).isEmpty())
                        .isPresent())
                .flatMap(s -> forwarding(s, v6).stream())
                .findFirst()
                .orElse(false);
    }

    static Optional<Boolean> forwarding(SpaceState s, boolean v6) {
        return v6 ? s.forwardsV6() : s.forwardsV4(SettingsRow.ALL);
    }

    boolean forwards(boolean v6) {
        return v6 ? forwardsV6 : forwardsV4;
    }
}
