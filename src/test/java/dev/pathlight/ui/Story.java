package dev.pathlight.ui;

import dev.pathlight.trace.Hop;
import dev.pathlight.view.Dot;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what the eye sees: where the canvas's dots rested or went to, and which MAC rows were lit meanwhile. */
final class Story {
    private final Map<String, List<String>> visited = new LinkedHashMap<>();
    private final List<String> lit = new ArrayList<>();
    private final Workbench bench;

    Story(Workbench bench) {
        this.bench = bench;
        bench.canvas().dots().subscribe(dots -> dots.forEach(this::saw));
    }

    private synchronized void saw(Dot dot) {
        Hop hop = dot.journey().hops().get(dot.fraction() < 0.5 ? dot.from() : dot.to());
        String protocol = dot.journey().protocol();
        String place = dot.journey().id() + " " + hop.port();
        List<String> places = visited.computeIfAbsent(protocol, p -> new ArrayList<>());
        if (places.isEmpty() || !places.getLast().equals(place)) {
            places.add(place);
        }
        bench.tables().macs().rows().stream()
                .filter(r -> r.used().get())
                .map(r -> protocol + " " + hop.port() + " " + r.mac + " on port " + r.portNumber)
                .filter(line -> lit.isEmpty() || !lit.getLast().equals(line))
                .forEach(lit::add);
    }

    /** The interfaces the dots of a protocol's packets were at, in order. */
    synchronized List<String> played(String protocol) {
        return visited.getOrDefault(protocol, List.of()).stream()
                .map(p -> p.substring(p.indexOf(' ') + 1))
                .toList();
    }

    /** Which MAC rows were lit where: {@code icmp this/br-veth0 06:… on port 2}. */
    synchronized List<String> litRows() {
        return List.copyOf(lit);
    }
}
