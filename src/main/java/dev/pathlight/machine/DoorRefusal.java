package dev.pathlight.machine;

import dev.pathlight.machine.engine.EngineLost;
import dev.pathlight.topology.Sentence;
import java.util.Locale;
import java.util.function.Function;

/** Explains why a host refused a sandbox, from what the attempt said and what the host's switches say. Pure. */
final class DoorRefusal {

    private DoorRefusal() {}

    static MachineLost explain(EngineLost attempt, DoorFacts facts) {
        return explain(String.valueOf(attempt.getMessage()), attempt.lastWords(), facts);
    }

    /**
     * @param what how the attempt ended
     * @param words what it printed, or ""
     */
    static MachineLost explain(String what, String words, DoorFacts facts) {
        String said = words.isEmpty() ? what : words.lines().findFirst().orElse("");
        if (!facts.linux()) {
            return lost(
                    Sentence.of("it is not Linux, and only Linux has network namespaces"),
                    Sentence.of("Replay recordings here, or run the drawing on a Linux machine."));
        }
        if (what.contains("unshare cannot be started")) {
            return lost(
                    Sentence.of("the program \"unshare\" is missing"),
                    Sentence.of("Install util-linux (Debian, Ubuntu: apt install util-linux; Fedora: dnf install"
                            + " util-linux)."));
        }
        if (facts.maxUserNamespaces().orElse(1) == 0) {
            return limit(
                    "user.max_user_namespaces",
                    s -> Sentence.of("it allows no user namespaces ({0} is 0). It said: {1}", s, said));
        }
        if (facts.maxNetNamespaces().orElse(1) == 0) {
            return limit(
                    "user.max_net_namespaces",
                    s -> Sentence.of("it allows no network namespaces ({0} is 0). It said: {1}", s, said));
        }
        if (facts.unprivilegedClone().orElse(1) == 0) {
            return lost(
                    Sentence.of(
                            "its kernel lets only root make user namespaces (kernel.unprivileged_userns_clone is 0)."
                                    + " It said: {0}",
                            said),
                    Sentence.of("Ask an administrator for: {0}", "sudo sysctl -w kernel.unprivileged_userns_clone=1"));
        }
        return refusedByPolicy(said, facts);
    }

    private static MachineLost refusedByPolicy(String said, DoorFacts facts) {
        String lower = said.toLowerCase(Locale.ROOT);
        boolean denied = lower.contains("permission denied") || lower.contains("operation not permitted");
        if (denied && facts.appArmorRestricts().orElse(0) == 1) {
            return lost(
                    Sentence.of(
                            "AppArmor takes the privileges of user namespaces away"
                                    + " (kernel.apparmor_restrict_unprivileged_userns is 1). It said: {0}",
                            said),
                    Sentence.of(
                            "Ask an administrator for an AppArmor profile that allows \"userns\" to this program, or"
                                    + " for: {0}",
                            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"));
        }
        if (lower.contains("no space left on device")) {
            return lost(
                    Sentence.of("too many namespaces are in use, or they are nested too deeply. It said: {0}", said),
                    Sentence.of("Stop other sandboxes, or raise user.max_user_namespaces and user.max_net_namespaces by"
                            + " sysctl."));
        }
        if (lower.contains("unrecognized option") || lower.contains("unknown option") || lower.contains("usage:")) {
            return lost(
                    Sentence.of("its \"unshare\" is too old or a reduced one. It said: {0}", said),
                    Sentence.of("Install util-linux 2.32 or later."));
        }
        if (denied) {
            return lost(
                    Sentence.of("making namespaces is not permitted. It said: {0}", said),
                    Sentence.of(
                            "Inside a container, allow it user namespaces and an unmasked /proc ({0}), or run on the"
                                    + " host.",
                            "docker run --security-opt seccomp=unconfined --security-opt systempaths=unconfined"));
        }
        return lost(
                Sentence.of("the sandbox did not start. It said: {0}", said),
                Sentence.of(
                        "Run \"{0}\" in a terminal: its message is the cause.",
                        "unshare --user --map-root-user --net --mount --pid --fork --mount-proc true"));
    }

    private static MachineLost limit(String sysctl, Function<String, Sentence> why) {
        return lost(
                why.apply(sysctl), Sentence.of("Ask an administrator for: {0}", "sudo sysctl -w " + sysctl + "=10000"));
    }

    private static MachineLost lost(Sentence why, Sentence remedy) {
        return new MachineLost(Sentence.of("This host refuses the sandbox: {0}", why), remedy);
    }
}
