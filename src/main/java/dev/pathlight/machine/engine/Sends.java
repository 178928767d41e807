package dev.pathlight.machine.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts tasks into sends: neighbouring messages to one namespace go to the kernel in one datagram. Their answers have to fit
 * the socket's receive buffer together (208 KiB by default, at most some 4 KiB an answer), which bounds a send.
 */
final class Sends {
    private static final int MOST_MESSAGES = 32;
    private static final int MOST_BYTES = 32 << 10;

    private Sends() {}

    static List<List<Command.Task>> of(List<Command.Task> tasks) {
        List<List<Command.Task>> sends = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < tasks.size(); i++) {
            int size = tasks.get(i) instanceof Command.Tell t ? t.message().length : 0;
            boolean joins = i > from
                    && i - from < MOST_MESSAGES
                    && bytes + size <= MOST_BYTES
                    && sameSpace(tasks.get(i - 1), tasks.get(i));
            if (!joins && i > from) {
                sends.add(tasks.subList(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        if (from < tasks.size()) {
            sends.add(tasks.subList(from, tasks.size()));
        }
        return sends;
    }

    private static boolean sameSpace(Command.Task a, Command.Task b) {
        return a instanceof Command.Tell x && b instanceof Command.Tell y && x.space() == y.space();
    }

    static List<byte[]> messages(List<Command.Task> send) {
        return send.stream().map(task -> ((Command.Tell) task).message()).toList();
    }
}
