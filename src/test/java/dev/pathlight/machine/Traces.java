package dev.pathlight.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a sandbox shows of itself on its host, found by the marker in its command lines and by namespaces' inodes. */
record Traces(String marker) {
    private static final Pattern INODE = Pattern.compile("net:\\[(\\d+)]");

    static Traces of(String marker) {
        return new Traces(marker);
    }

    static long inode(String namespacePath) throws IOException {
        return inodeOf(Path.of(namespacePath)).orElseThrow(() -> new IOException(namespacePath));
    }

    /** The inode of a namespace link in /proc, which is its name between brackets. */
    static Optional<Long> inodeOf(Path link) {
        try {
            Matcher m = INODE.matcher(Files.readSymbolicLink(link).toString());
            return m.matches() ? Optional.of(Long.parseLong(m.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(p -> has(p.pid())).toList();
    }

    private boolean has(long pid) {
        return commandLine(pid).contains(marker);
    }

    /** The whole command line, which the JDK cuts; "" when there is no such process any more. */
    static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    /** Which tasks stand in, or hold a descriptor of, one of the network namespaces. */
    List<String> holders(Collection<Long> inodes) throws IOException {
        List<String> found = new ArrayList<>();
        for (ProcessHandle p : ProcessHandle.allProcesses().toList()) {
            Path root = Path.of("/proc/" + p.pid());
            collect(root.resolve("fd"), "", inodes, found);
            collect(root.resolve("task"), "ns/net", inodes, found);
        }
        return found;
    }

    private static void collect(Path folder, String below, Collection<Long> inodes, List<String> found) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.map(e -> below.isEmpty() ? e : e.resolve(below))
                    .filter(e -> inodeOf(e).filter(inodes::contains).isPresent())
                    .forEach(e -> found.add(e.toString()));
        } catch (IOException e) {
            // The process ended meanwhile, or is somebody else's.
        }
    }

    /** Waits until no process and no holder of a namespace is left; returns those that are still there at the end. */
    List<String> awaitNone(Duration limit, Collection<Long> inodes) throws InterruptedException, IOException {
        long end = System.nanoTime() + limit.toNanos();
        List<String> left = left(inodes);
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
            left = left(inodes);
        }
        return left;
    }

    private List<String> left(Collection<Long> inodes) throws IOException {
        List<String> left = new ArrayList<>(holders(inodes));
        processes().forEach(p -> left.add(p.pid() + " " + commandLine(p.pid())));
        return left;
    }
}
