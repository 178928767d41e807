package dev.pathlight.wire;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Name;
import java.util.List;

/**
 * How a container comes to be, inside its network namespace: the words before its command. Scripts and engines start it by the
 * same words.
 */
public final class ContainerSetup {
    /**
     * A fixed text; the host name and the command are its arguments and are never parsed. One line on stdout says that
     * everything around the command stands. A /sys shows the network of whoever mounted it.
     */
    private static final String AROUND_THE_COMMAND =
            "hostname \"$1\" && mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs /tmp || exit 71;"
                    + " mount -t sysfs -o ro,nosuid,nodev,noexec sysfs /sys 2>/dev/null;"
                    + " if [ -e /etc/hostname ]; then echo \"$1\" >/tmp/hostname &&"
                    + " mount --bind /tmp/hostname /etc/hostname && rm /tmp/hostname || exit 71; fi;"
                    + " shift; ";

    private static final String THEN_THE_COMMAND = "echo set up; exec \"$@\"";

    private ContainerSetup() {}

    /** Namespaces and a view of its own; the command's words follow. */
    public static List<String> own(Name container) {
        return own(container, AROUND_THE_COMMAND + THEN_THE_COMMAND);
    }

    /** For the responder as a script starts it: the app may lie in /tmp, so it gets the real one back. */
    static List<String> ownButTmp(Name container) {
        return own(container, AROUND_THE_COMMAND + "umount /tmp; " + THEN_THE_COMMAND);
    }

    private static List<String> own(Name container, String script) {
        return List.of(
                "unshare",
                "--mount",
                "--pid",
                "--uts",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "sh",
                "-c",
                script,
                "sh",
                container.value());
    }

    /** Does the built-in responder answer for it? */
    public static boolean isResponder(Container container) {
        return container.command().isEmpty() && !container.listens().isEmpty();
    }

    /** What runs in it, but for a responder: its command, or a long sleep. */
    public static List<String> command(Container container) {
        return container.command().isEmpty() ? List.of("sleep", "infinity") : container.command();
    }

    /** What it listens to as the responder reads it: {@code http:80}. */
    public static List<String> listens(Container container) {
        return container.listens().stream()
                .map(l -> l.protocol() + ":" + l.port())
                .toList();
    }
}
