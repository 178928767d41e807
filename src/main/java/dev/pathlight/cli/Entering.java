package dev.pathlight.cli;

import java.util.ArrayList;
import java.util.List;

/** How a program gets into a namespace from outside. */
final class Entering {
    private Entering() {}

    /**
     * The beginning of a command line that runs what follows it in a namespace. A sandbox is a user namespace too, without
     * which an ordinary user may not enter its networks. The program gets a /sys of its own, because brctl reads there and
     * a /sys shows the network in which it was mounted. Nothing of what follows is read by the shell.
     *
     * @param descriptor {@code /proc/PID/fd/N}
     */
    static List<String> of(String descriptor) {
        List<String> all = new ArrayList<>(nsenter(descriptor));
        all.addAll(List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t sysfs -o ro,nosuid,nodev,noexec sysfs /sys && exec \"$@\"",
                "sh"));
        return all;
    }

    /** The same into a container, which has a /sys and more of its own. {@code process} is its first process' directory of /proc. */
    static List<String> container(String process) {
        return List.of(
                "nsenter",
                "--user=" + process + "/ns/user",
                "--preserve-credentials",
                "--mount=" + process + "/ns/mnt",
                "--uts=" + process + "/ns/uts",
                "--net=" + process + "/ns/net",
                "--pid=" + process + "/ns/pid");
    }

    /** The same without a /sys of its own: short enough to be typed. */
    static List<String> nsenter(String descriptor) {
        String process = descriptor.replaceFirst("/fd/.*", "");
        return List.of(
                "nsenter",
                "--user=" + process + "/ns/user",
                "--preserve-credentials",
                "--mount=" + process + "/ns/mnt",
                "--net=" + descriptor);
    }
}
