package dev.pathlight.machine.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Starts the engine behind a door: a child process in namespaces of its own.
 *
 * @param ownUsers a user namespace as well, so that no privilege is needed; the network, mount and process namespaces are
 *     always its own
 */
public record EngineDoor(boolean ownUsers) {
    /** Where the libraries unpack their native parts: in the sandbox's own /run, so that nothing is left of them either. */
    private static final String SCRATCH = "/run/pathlight";

    /**
     * The first process inside, which also reaps orphans. /run gets a file system of its own, so that the names of namespaces
     * are private and go with the sandbox; /sys shows the sandbox's devices where the host lets it be mounted.
     */
    private static final String FIRST_PROCESS = "mount -t tmpfs -o mode=755,nosuid,nodev tmpfs /run"
            + " && mkdir -p /run/netns " + SCRATCH + " || exit 71;"
            + " mount -t sysfs -o ro,nosuid,nodev,noexec sysfs /sys 2>/dev/null;"
            + " \"$@\"; exit $?";

    /** Starts it and waits for its first word. */
    public EngineLink open(Consumer<Event> spontaneous) throws EngineLost {
        String marker = "pathlight-" + UUID.randomUUID();
        Process process;
        try {
            process = new ProcessBuilder(command(marker)).start();
        } catch (IOException e) {
            throw new EngineLost("unshare cannot be started: " + e.getMessage(), "", -1);
        }
        return EngineLink.to(process, marker, spontaneous);
    }

    /** The whole command line. {@code marker} is in it only to be found in a list of processes. */
    List<String> command(String marker) {
        List<String> c = new ArrayList<>(List.of("unshare"));
        if (ownUsers) {
            c.addAll(List.of("--user", "--map-root-user"));
        }
        c.addAll(List.of("--net", "--mount", "--pid", "--fork", "--kill-child=SIGKILL", "--mount-proc"));
        c.addAll(List.of("sh", "-c", FIRST_PROCESS, marker));
        c.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        c.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m"));
        // No files in the host's /tmp, nothing but frames on stdout, and no doubt about who ran out of memory.
        c.addAll(List.of("-XX:-UsePerfData", "-XX:+DisplayVMOutputToStderr", "-XX:+ExitOnOutOfMemoryError"));
        c.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        c.addAll(List.of("-Djava.io.tmpdir=" + SCRATCH, "-Djna.tmpdir=" + SCRATCH));
        c.add("-Duser.home=" + System.getProperty("user.home"));
        c.addAll(List.of("-cp", classPath(), EngineMain.class.getName(), marker));
        return c;
    }

    /** Everything this process runs on, modules too: the engine names no modules. */
    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path", "");
        return modules.isEmpty() ? classes : classes + File.pathSeparator + modules;
    }
}
