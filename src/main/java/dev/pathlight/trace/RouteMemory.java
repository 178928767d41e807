package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The kernel's answers to route lookups, kept until its tables change. */
final class RouteMemory {
    private static final int REMEMBERED = 16_384;

    private final Routes routes;
    private final Map<Question, Routes.Answer> answers = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Routes.Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Question(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {}

    RouteMemory(Routes routes) {
        this.routes = routes;
    }

    Routes.Answer lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {
        return answers.computeIfAbsent(
                new Question(space, to, from, incoming), q -> routes.lookup(space, to, from, incoming));
    }

    void forget() {
        answers.clear();
    }
}
