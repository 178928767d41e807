package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.NewContainer;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The containers of a sandbox: process groups with namespaces of their own, each in one of the network namespaces. */
final class Containers {
    private static final int MOST_AT_ONCE = 8;

    /** What of the engine's surroundings a container's processes see. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TERM", "TZ");

    private final Spaces spaces;
    private final UserChanges userChanges;
    private final Consumer<Event> events;
    private final Map<Key, ContainerProcess> running = new ConcurrentHashMap<>();

    private record Key(int space, String name) {}

    Containers(Spaces spaces, UserChanges userChanges, Consumer<Event> events) {
        this.spaces = spaces;
        this.userChanges = userChanges;
        this.events = events;
    }

    /**
     * Starts them and returns the number of each one's first process, or 0. Namespaces are served in parallel; within one the
     * order counts, for whoever comes first gets a port.
     */
    List<Integer> start(List<NewContainer> wanted) {
        Map<Integer, List<Integer>> bySpace = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            bySpace.computeIfAbsent(wanted.get(i).space(), s -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> spacesWanted = List.copyOf(bySpace.values());
        Integer[] processes = new Integer[wanted.size()];
        AtomicInteger next = new AtomicInteger();
        Threads.together("engine-container", Math.min(MOST_AT_ONCE, spacesWanted.size()), () -> {
            userChanges.succeed();
            for (int k = next.getAndIncrement(); k < spacesWanted.size(); k = next.getAndIncrement()) {
                spacesWanted.get(k).forEach(i -> processes[i] = start(wanted.get(i)));
            }
        });
        return List.of(processes);
    }

    private int start(NewContainer c) {
        Key key = new Key(c.space(), c.name());
        try {
            Space space = spaces.find(c.space()).orElseThrow(() -> new IOException("space " + c.space() + " is gone"));
            Process process = builder(space, c).start();
            ContainerProcess container =
                    new ContainerProcess(c.name(), process, !c.listens().isEmpty());
            running.put(key, container);
            container.begin((code, lastWords) -> {
                if (running.remove(key, container)) {
                    events.accept(new Event.Ended(c.space(), c.name(), code, lastWords));
                }
            });
            return container.awaitStanding();
        } catch (IOException e) {
            events.accept(new Event.Ended(c.space(), c.name(), -1, String.valueOf(e.getMessage())));
            return 0;
        }
    }

    private static ProcessBuilder builder(Space space, NewContainer c) throws IOException {
        List<String> words = new ArrayList<>(Programs.entering(space));
        words.add("setsid");
        words.addAll(c.around());
        words.addAll(c.listens().isEmpty() ? c.command() : responder(c));
        ProcessBuilder builder = new ProcessBuilder(words).redirectInput(Redirect.from(new File("/dev/null")));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        return builder;
    }

    private static List<String> responder(NewContainer c) throws IOException {
        List<String> words = new ArrayList<>(SmallJava.running(Responder.class, Responder.parts()));
        words.add(c.name());
        words.addAll(c.listens());
        return words;
    }

    /** The number of a running container's first process, as the engine sees it. */
    long process(int space, String name) throws IOException {
        return Optional.ofNullable(running.get(new Key(space, name)))
                .map(ContainerProcess::first)
                .filter(p -> p > 0)
                .orElseThrow(() -> new IOException("the container " + name + " does not run"));
    }

    /** The first processes of a namespace's containers, by name. */
    Map<String, Long> firsts(int space) {
        Map<String, Long> firsts = new HashMap<>();
        running.forEach((key, container) -> {
            long first = key.space() == space ? container.first() : 0;
            if (first > 0) {
                firsts.put(key.name(), first);
            }
        });
        return firsts;
    }

    /** Ends a container; its end is not told, for it was wanted. */
    void stop(int space, String name) {
        Optional.ofNullable(running.remove(new Key(space, name))).ifPresent(ContainerProcess::kill);
    }

    /** Ends all containers in these spaces, which would keep them alive. */
    void stop(Collection<Integer> wanted) {
        List<Key> keys = running.keySet().stream()
                .filter(k -> wanted.contains(k.space()))
                .toList();
        List<ContainerProcess> ending = new ArrayList<>();
        keys.forEach(k -> Optional.ofNullable(running.remove(k)).ifPresent(ending::add));
        ending.forEach(ContainerProcess::signal);
        ending.forEach(ContainerProcess::kill);
    }
}
