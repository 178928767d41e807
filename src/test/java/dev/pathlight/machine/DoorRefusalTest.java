package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a person is told when a host refuses the sandbox. */
final class DoorRefusalTest {
    private static final OptionalLong ABSENT = OptionalLong.empty();
    private static final OptionalLong MANY = OptionalLong.of(10_000);
    private static final DoorFacts WILLING = new DoorFacts(MANY, MANY, ABSENT, ABSENT, true);
    private static final String ENDED = "the engine ended with exit code 1";

    private static String told(String what, String words, DoorFacts facts) {
        MachineLost lost = DoorRefusal.explain(what, words, facts);
        return lost.what() + " | " + lost.remedy();
    }

    @Test
    void aLimitOfNoUserNamespacesIsNamedWithTheSysctlThatLiftsIt() {
        DoorFacts facts = new DoorFacts(OptionalLong.of(0), MANY, ABSENT, ABSENT, true);
        assertThat(told(ENDED, "unshare: unshare failed: No space left on device", facts))
                .isEqualTo(
                        "This host refuses the sandbox: it allows no user namespaces (user.max_user_namespaces is 0). "
                                + "It said: unshare: unshare failed: No space left on device"
                                + " | Ask an administrator for: sudo sysctl -w user.max_user_namespaces=10000");
    }

    @Test
    void aLimitOfNoNetworkNamespacesIsNamedWithTheSysctlThatLiftsIt() {
        DoorFacts facts = new DoorFacts(MANY, OptionalLong.of(0), ABSENT, ABSENT, true);
        assertThat(told(ENDED, "unshare: unshare failed: No space left on device", facts))
                .contains("user.max_net_namespaces is 0")
                .endsWith("| Ask an administrator for: sudo sysctl -w user.max_net_namespaces=10000");
    }

    @Test
    void aKernelThatAllowsOnlyRootIsNamed() {
        DoorFacts facts = new DoorFacts(MANY, MANY, OptionalLong.of(0), ABSENT, true);
        assertThat(told(ENDED, "unshare: unshare failed: Operation not permitted", facts))
                .contains("kernel.unprivileged_userns_clone is 0")
                .endsWith("sudo sysctl -w kernel.unprivileged_userns_clone=1");
    }

    @Test
    void appArmorIsNamedWhenItTookThePrivilegesAway() {
        DoorFacts facts = new DoorFacts(MANY, MANY, OptionalLong.of(1), OptionalLong.of(1), true);
        assertThat(told(ENDED, "unshare: write failed /proc/self/uid_map: Operation not permitted", facts))
                .contains("AppArmor")
                .contains("uid_map")
                .endsWith("sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
    }

    @Test
    void appArmorIsNotBlamedForAnotherFailure() {
        DoorFacts facts = new DoorFacts(MANY, MANY, OptionalLong.of(1), OptionalLong.of(1), true);
        assertThat(told(ENDED, "sh: 1: /opt/jdk/bin/java: not found", facts))
                .doesNotContain("AppArmor")
                .contains("not found");
    }

    @Test
    void aMissingProgramIsNamedWithItsPackage() {
        assertThat(told("unshare cannot be started: error=2, No such file or directory", "", WILLING))
                .isEqualTo("This host refuses the sandbox: the program \"unshare\" is missing | Install util-linux "
                        + "(Debian, Ubuntu: apt install util-linux; Fedora: dnf install util-linux).");
    }

    @Test
    void aContainerThatForbidsItIsToldWhatToAllow() {
        assertThat(told(ENDED, "unshare: mount /proc failed: Permission denied", WILLING))
                .contains("mount /proc failed")
                .contains("systempaths=unconfined");
    }

    @Test
    void otherSystemsAreToldWhatTheyCanDo() {
        DoorFacts facts = new DoorFacts(ABSENT, ABSENT, ABSENT, ABSENT, false);
        assertThat(told("unshare cannot be started", "", facts))
                .isEqualTo("This host refuses the sandbox: it is not Linux, and only Linux has network namespaces"
                        + " | Replay recordings here, or run the drawing on a Linux machine.");
    }
}
