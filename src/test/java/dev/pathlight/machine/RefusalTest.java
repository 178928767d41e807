package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told on a host that really refuses: limits are set in an outer user namespace, libraries hidden in a mount namespace. */
final class RefusalTest {
    @Test
    void aHostThatAllowsNoUserNamespacesIsExplained() throws Exception {
        assertThat(openedWhere(
                        "echo 0 > /proc/sys/user/max_user_namespaces; echo 0 > /proc/sys/user/max_net_namespaces"))
                .isEqualTo(
                        "This host refuses the sandbox: it allows no user namespaces (user.max_user_namespaces is 0). "
                                + "It said: unshare: unshare failed: No space left on device"
                                + " | Ask an administrator for: sudo sysctl -w user.max_user_namespaces=10000");
    }

    @Test
    void aHostThatAllowsNoNetworkNamespacesIsExplained() throws Exception {
        assertThat(openedWhere("echo 0 > /proc/sys/user/max_net_namespaces"))
                .isEqualTo("This host refuses the sandbox: it allows no network namespaces "
                        + "(user.max_net_namespaces is 0). It said: unshare: unshare failed: No space left on device"
                        + " | Ask an administrator for: sudo sysctl -w user.max_net_namespaces=10000");
    }

    @Test
    void rootNeedsNoUserNamespace() throws Exception {
        assertThat(openedWhere("echo 0 > /proc/sys/user/max_user_namespaces")).isEqualTo("opened");
    }

    @Test
    void insideAnotherSandboxItOpensAsWell() throws Exception {
        assertThat(openedWhere("true")).isEqualTo("opened");
    }

    @Test
    void aMissingLibpcapIsToldAtTheCaptureAndNothingElseSuffers() throws Exception {
        String hidden =
                "for f in $(find -L /usr/lib /lib /usr/lib64 /lib64 -maxdepth 2 -name 'libpcap.so*' 2>/dev/null);"
                        + " do mount --bind /dev/null $f; done";
        assertThat(told(hidden, "capture"))
                .startsWith("Packets cannot be captured: libpcap cannot be loaded")
                .endsWith("| Install libpcap (Debian, Ubuntu: apt install libpcap0.8; Fedora: dnf install libpcap). "
                        + "| Answered");
        assertThat(told("true", "capture")).isEqualTo("captured | Answered");
    }

    /** How opening goes in a user namespace in which {@code limits} were set: the kernel counts there too. */
    private static String openedWhere(String limits) throws Exception {
        return told(limits, "open");
    }

    private static String told(String limits, String task) throws Exception {
        List<String> prefix =
                List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", limits + "; exec \"$@\"", "sh");
        try (Client client = Client.start(prefix, List.of(task))) {
            return client.line();
        }
    }
}
