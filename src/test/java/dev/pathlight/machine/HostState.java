package dev.pathlight.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the host's own namespaces hold: links, addresses, routes, names of namespaces, packet filter, mounts. */
public record HostState(List<String> parts) {
    private static final List<List<String>> QUESTIONS = List.of(
            List.of("ip", "-d", "link"),
            List.of("ip", "addr"),
            List.of("ip", "route", "show", "table", "all"),
            List.of("ip", "-6", "route", "show", "table", "all"),
            List.of("ip", "netns"),
            List.of("nft", "list", "ruleset"));

    public static HostState now() throws IOException {
        List<String> parts = new ArrayList<>();
        for (List<String> question : QUESTIONS) {
            try {
                Process p =
                        new ProcessBuilder(question).redirectErrorStream(true).start();
                parts.add(question + "\n" + steady(new String(p.getInputStream().readAllBytes())));
            } catch (IOException e) {
                parts.add(question + " cannot be asked here");
            }
        }
        parts.add(Files.readString(Path.of("/proc/self/mountinfo")));
        return new HostState(parts);
    }

    /** Without what ticks by itself. */
    private static String steady(String text) {
        return text.replaceAll("(valid_lft|preferred_lft|expires|packets|bytes) \\d+", "$1 …");
    }
}
