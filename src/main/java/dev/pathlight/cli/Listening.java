package dev.pathlight.cli;

import dev.pathlight.machine.Listener;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.Session;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who listens on which port, by namespace; only where containers are drawn can anybody. */
record Listening(Map<SpaceId, List<Listener>> bySpace) {
    static Listening in(Session session) throws Refusal {
        Map<SpaceId, List<Listener>> all = new LinkedHashMap<>();
        try {
            for (Places.Spot spot : new Places(session.drawing().topology()).containers()) {
                if (!all.containsKey(spot.space())) {
                    all.put(spot.space(), session.listeners(spot.space()));
                }
            }
        } catch (MachineLost e) {
            throw Refusal.machineLost(e);
        }
        return new Listening(all);
    }

    List<Listener> at(SpaceId space) {
        return bySpace.getOrDefault(space, List.of());
    }

    static Map<String, Object> json(Listener l) {
        return Json.object(
                "protocol", l.row().protocol(),
                "address", l.row().address().toString(),
                "port", l.row().port(),
                "process", l.program(),
                "container", l.container().map(Name::value));
    }

    /** {@code tcp *:80 web (java)}. */
    static String text(Listener l) {
        String program = l.program().isEmpty() ? "" : " (" + l.program() + ")";
        return l.row().protocol() + " " + l.row().local()
                + l.container().map(c -> " " + c).orElse("") + program;
    }
}
