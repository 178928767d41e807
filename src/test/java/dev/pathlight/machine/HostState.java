package dev.pathlight.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the host's own namespaces hold: links, addresses, routes, names of namespaces, packet filter, mounts. A question that
 * cannot be asked here is left out, and said to be: two empty answers would prove nothing.
 *
 * @param parts answers by question
 */
public record HostState(Map<String, String> parts) {
    private static final List<List<String>> QUESTIONS = List.of(
            List.of("ip", "-d", "link"),
            List.of("ip", "addr"),
            List.of("ip", "route", "show", "table", "all"),
            List.of("ip", "-6", "route", "show", "table", "all"),
            List.of("ip", "rule"),
            List.of("ip", "netns"),
            List.of("nft", "list", "ruleset"));

    public static HostState now() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        for (List<String> question : QUESTIONS) {
            String asked = String.join(" ", question);
            try {
                Process p =
                        new ProcessBuilder(question).redirectErrorStream(true).start();
                String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (p.waitFor() == 0) {
                    parts.put(asked, steady(said));
                } else {
                    System.out.println("Not compared, \"" + asked + "\" is refused here: " + said.strip());
                }
            } catch (IOException e) {
                System.out.println("Not compared, \"" + asked + "\" cannot be asked here: " + e.getMessage());
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        parts.put("mounts", Files.readString(Path.of("/proc/self/mountinfo")));
        return new HostState(parts);
    }

    /** Without what ticks by itself. */
    private static String steady(String text) {
        return text.replaceAll("(valid_lft|preferred_lft|expires|packets|bytes) \\d+", "$1 …");
    }
}
