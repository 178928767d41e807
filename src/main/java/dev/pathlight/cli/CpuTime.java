package dev.pathlight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU time of this process, of its children that ended and of those that live, from proc_pid_stat(5). */
final class CpuTime {
    /** USER_HZ is 100 on every architecture Java runs on. */
    private static final double MILLIS_PER_TICK = 10;

    /** Places of utime and cstime behind the command's closing bracket. */
    private static final int UTIME = 11;

    private static final int CSTIME = 14;

    private CpuTime() {}

    /** In ms, to the clock tick of 10 ms. */
    static double millis() {
        return ticks("self") * MILLIS_PER_TICK
                + ProcessHandle.current()
                                .descendants()
                                .mapToLong(p -> ticks(Long.toString(p.pid())))
                                .sum()
                        * MILLIS_PER_TICK;
    }

    private static long ticks(String process) {
        try {
            String stat = Files.readString(Path.of("/proc", process, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int i = UTIME; i <= CSTIME; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (NoSuchFileException e) {
            return 0; // It ended meanwhile: its parent has its time.
        } catch (IOException e) {
            throw new UncheckedIOException("CPU time cannot be read", e);
        }
    }
}
