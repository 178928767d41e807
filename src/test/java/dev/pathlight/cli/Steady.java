package dev.pathlight.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of a text what differs from run to run: addresses get names by first appearance, times and states one word. */
final class Steady {
    private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

    private Steady() {}

    static String text(String printed) {
        Map<String, String> names = new HashMap<>(Map.of("ff:ff:ff:ff:ff:ff", "BROADCAST"));
        String named =
                MAC.matcher(printed).replaceAll(m -> names.computeIfAbsent(m.group(), mac -> "MAC" + names.size()));
        String timeless = named.replaceAll(" +[0-9.]+ µs", "  T µs")
                .replaceAll("[0-9.]+ ms", "T ms")
                .replaceAll(" +[0-9.]+  #", "  T  #")
                .replaceAll("REACHABLE|STALE|DELAY|PROBE", "STATE");
        return sortedTable(timeless);
    }

    /** A MAC table is in order of addresses, which the kernel draws by lot. */
    private static String sortedTable(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int from = lines.indexOf(lines.stream()
                        .filter(l -> l.startsWith("port no"))
                        .findFirst()
                        .orElse(""))
                + 1;
        int to = from;
        while (to < lines.size() && !lines.get(to).isEmpty()) {
            to++;
        }
        List<String> rows = lines.subList(from, to);
        rows.replaceAll(l -> l.replaceAll("MAC\\d+", "MAC"));
        rows.sort(null);
        return String.join("\n", lines) + "\n";
    }
}
