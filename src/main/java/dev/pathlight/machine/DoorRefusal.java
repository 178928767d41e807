package dev.pathlight.machine;

import dev.pathlight.machine.engine.EngineLost;
import java.util.Locale;

/** Explains why a host refused a sandbox, from what the attempt said and what the host's switches say. Pure. */
final class DoorRefusal {
    private static final String REFUSED = "This host refuses the sandbox: ";

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
                    "it is not Linux, and only Linux has network namespaces",
                    "Replay recordings here, or run the drawing on a Linux machine.");
        }
        if (what.contains("unshare cannot be started")) {
            return lost(
                    "the program \"unshare\" is missing",
                    "Install util-linux (Debian, Ubuntu: apt install util-linux; Fedora: dnf install util-linux).");
        }
        if (facts.maxUserNamespaces().orElse(1) == 0) {
            return limit("user namespaces", "user.max_user_namespaces", said);
        }
        if (facts.maxNetNamespaces().orElse(1) == 0) {
            return limit("network namespaces", "user.max_net_namespaces", said);
        }
        if (facts.unprivilegedClone().orElse(1) == 0) {
            return lost(
                    "its kernel lets only root make user namespaces (kernel.unprivileged_userns_clone is 0). It said: "
                            + said,
                    "Ask an administrator for: sudo sysctl -w kernel.unprivileged_userns_clone=1");
        }
        return refusedByPolicy(said, facts);
    }

    private static MachineLost refusedByPolicy(String said, DoorFacts facts) {
        String lower = said.toLowerCase(Locale.ROOT);
        boolean denied = lower.contains("permission denied") || lower.contains("operation not permitted");
        if (denied && facts.appArmorRestricts().orElse(0) == 1) {
            return lost(
                    "AppArmor takes the privileges of user namespaces away "
                            + "(kernel.apparmor_restrict_unprivileged_userns is 1). It said: " + said,
                    "Ask an administrator for an AppArmor profile that allows \"userns\" to this program, or for: "
                            + "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
        }
        if (lower.contains("no space left on device")) {
            return lost(
                    "too many namespaces are in use, or they are nested too deeply. It said: " + said,
                    "Stop other sandboxes, or raise user.max_user_namespaces and user.max_net_namespaces by sysctl.");
        }
        if (lower.contains("unrecognized option") || lower.contains("unknown option") || lower.contains("usage:")) {
            return lost(
                    "its \"unshare\" is too old or a reduced one. It said: " + said,
                    "Install util-linux 2.32 or later.");
        }
        if (denied) {
            return lost(
                    "making namespaces is not permitted. It said: " + said,
                    "Inside a container, allow it user namespaces and an unmasked /proc (docker run --security-opt"
                            + " seccomp=unconfined --security-opt systempaths=unconfined), or run on the host.");
        }
        return lost(
                "the sandbox did not start. It said: " + said,
                "Run \"unshare --user --map-root-user --net --mount "
                        + "--pid --fork --mount-proc true\" in a terminal: its message is the cause.");
    }

    private static MachineLost limit(String things, String sysctl, String said) {
        return lost(
                "it allows no " + things + " (" + sysctl + " is 0). It said: " + said,
                "Ask an administrator for: sudo sysctl -w " + sysctl + "=10000");
    }

    private static MachineLost lost(String why, String remedy) {
        return new MachineLost(REFUSED + why, remedy);
    }
}
