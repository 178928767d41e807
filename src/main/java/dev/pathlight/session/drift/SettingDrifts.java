package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Held;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.SettingsRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Forwarding and the reverse path filter, set by hand. The kernel tells of no other sysctl. */
record SettingDrifts(Expected expected, SpaceState now, Untouched untouched) {
    private static final String V4 = "ipv4.ip_forward";
    /** The same setting under another name. */
    private static final String V4_ALL = "ipv4.conf.all.forwarding";

    private static final String V6 = "ipv6.conf.all.forwarding";

    void find() {
        compare(false);
        compare(true);
        now.settings().forEach(this::reversePath);
    }

    private void reversePath(SettingsRow row) {
        if (row.v6() || row.rpFilter().isEmpty() || row.index() == SettingsRow.DEFAULT) {
            return;
        }
        Held held = expected.at(now.id()).orElseThrow();
        if (row.index() == SettingsRow.ALL) {
            OptionalInt wanted = told(held, "all", untouched.reversePath());
            reversePath(row, "all", wanted, now.id().shortName(), now.id().toString());
            return;
        }
        now.link(row.index())
                .map(l -> new IfName(l.name()))
                .filter(held.links()::containsKey)
                .ifPresent(name -> {
                    OptionalInt byDefault = told(held, "default", untouched.reversePathOfNew());
                    String at = new PortId(now.id(), name).toString();
                    reversePath(row, name.value(), told(held, name.value(), byDefault), Named.in(now, name), at);
                });
    }

    private static OptionalInt told(Held held, String device, OptionalInt otherwise) {
        return value(held, reversePathKey(device))
                .map(v -> OptionalInt.of(Integer.parseInt(v)))
                .orElse(otherwise);
    }

    static String reversePathKey(String device) {
        return "ipv4.conf." + device + ".rp_filter";
    }

    private void reversePath(SettingsRow row, String device, OptionalInt wanted, String named, String at) {
        int is = row.rpFilter().orElseThrow();
        if (wanted.orElse(is) != is) {
            NetOp written = new NetOp.WriteSysctl(now.id(), reversePathKey(device), String.valueOf(is));
            Sentence words = Sentence.of("{0} filters by the way back otherwise, its rp_filter is {1}", named, is);
            expected.add(Drift.of(at, Drift.Mark.OTHER, words, List.of(written)));
        }
    }

    private void compare(boolean v6) {
        Optional<Boolean> is = Untouched.forwarding(now, v6);
        Held held = expected.at(now.id()).orElseThrow();
        boolean wanted = told(held, v6).map(v -> !v.equals("0")).orElse(untouched.forwards(v6));
        if (is.isPresent() && is.get() != wanted) {
            expected.add(Drift.of(
                    now.id().toString(),
                    Drift.Mark.OTHER,
                    words(now.id().shortName(), v6, is.get()),
                    List.of(new NetOp.WriteSysctl(now.id(), key(held, v6), is.get() ? "1" : "0"))));
        }
    }

    private static Sentence words(String name, boolean v6, boolean on) {
        if (v6) {
            return on
                    ? Sentence.of("{0} forwards IPv6, its forwarding is 1", name)
                    : Sentence.of("{0} does not forward IPv6, its forwarding is 0", name);
        }
        return on
                ? Sentence.of("{0} forwards, its ip_forward is 1", name)
                : Sentence.of("{0} does not forward, its ip_forward is 0", name);
    }

    private static String key(Held held, boolean v6) {
        return v6 ? V6 : held.sysctls().containsKey(V4_ALL) ? V4_ALL : V4;
    }

    static Optional<String> told(Held held, boolean v6) {
        return v6 ? value(held, V6) : value(held, V4_ALL).or(() -> value(held, V4));
    }

    static Optional<String> value(Held held, String key) {
        return Optional.ofNullable(held.sysctls().get(key));
    }
}
