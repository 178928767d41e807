package dev.pathlight.machine;

import dev.pathlight.machine.engine.UserChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The way of a program from outside into a sandbox, which is a user namespace too: without that an ordinary user may not enter
 * its networks.
 *
 * @param process one of the sandbox: its directory in /proc
 * @param words the beginning of a command line; what follows it runs inside, and is read by no shell
 */
public record Entering(String process, List<String> words) {
    public Entering {
        words = List.copyOf(words);
    }

    /**
     * Into a namespace, among the sandbox's processes: otherwise its /proc would not know the program, and route, arp and ps
     * read there. The program gets a /sys of its own, because brctl reads there and a /sys shows the network in which it
     * was mounted.
     *
     * @param descriptor {@code /proc/PID/fd/N}, as {@link Machine#namespacePath} gives it
     */
    public static Entering namespace(String descriptor) {
        List<String> all = new ArrayList<>(typed(descriptor));
        all.addAll(List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t sysfs -o ro,nosuid,nodev,noexec sysfs /sys && exec \"$@\"",
                "sh"));
        return new Entering(processOf(descriptor), all);
    }

    /** Into a container, which has a /sys and more of its own. {@code process} is its first process' directory in /proc. */
    public static Entering container(String process) {
        return new Entering(
                process,
                List.of(
                        "nsenter",
                        "--user=" + process + "/ns/user",
                        "--preserve-credentials",
                        "--mount=" + process + "/ns/mnt",
                        "--uts=" + process + "/ns/uts",
                        "--net=" + process + "/ns/net",
                        "--pid=" + process + "/ns/pid"));
    }

    /** Into a namespace by words short enough to be typed: without a /sys of its own. */
    public static List<String> typed(String descriptor) {
        String process = processOf(descriptor);
        return List.of(
                "nsenter",
                "--user=" + process + "/ns/user",
                "--preserve-credentials",
                "--mount=" + process + "/ns/mnt",
                "--pid=" + process + "/ns/pid",
                "--net=" + descriptor);
    }

    private static String processOf(String descriptor) {
        return descriptor.replaceFirst("/fd/.*", "");
    }

    /** Starts a program inside; {@code setting} says where its input and outputs go. It may change its user, to no effect. */
    public Process start(List<String> program, UnaryOperator<ProcessBuilder> setting) throws IOException {
        List<String> all = new ArrayList<>(words);
        all.addAll(program);
        return UserChanges.start(setting.apply(new ProcessBuilder(all)), process);
    }

    /** Starts a shell inside, at a terminal of its own; {@code place} is what its prompt calls it. */
    public Shell shell(String place) throws IOException {
        return PtyShell.start(this, place);
    }
}
