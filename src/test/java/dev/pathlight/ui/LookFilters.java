package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.view.JourneysModel;
import dev.pathlight.view.Moment;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ScrollPane;

/**
 * Draws the panels of rules and connections, on the real kernel, to PNG files, to be looked at: Docker's NAT and a rule that
 * drops. Needs a display. Arguments: the folder to draw into, and words that size, theme and language must have, as
 * {@code 1280-light-zh}.
 */
public final class LookFilters {
    private LookFilters() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0], LookWindow.Shape.all(args.length > 1 ? args[1] : ""), Sessions.sandbox(), LookFilters::draw);
    }

    private static void draw(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        ping(bench, "docker-nat", "docker-host/c1", "outside");
        turnTo(bench, Decision.Kind.NAT);
        w.shoot("masquerade");
        Look.onWindow(() -> bench.tables().rules().classic().on().set(true));
        Look.onWindow(() -> bench.tables().connections().classic().on().set(true));
        w.shoot("classic");
        Look.onWindow(() -> bench.tables().rules().classic().on().set(false));
        Look.onWindow(() -> bench.tables().connections().classic().on().set(false));
        ping(bench, "kernel-forwarding-firewall-drop", "this/ns1", "this/ns2");
        w.shoot("drop");
        Look.onWindow(bench::stop);
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
        Look.onWindow(() -> bench.table().open(Path.of("topologies/docker-nat.json")));
        Look.rest(700);
        Look.onWindow(() -> bench.canvas().selection().set(Set.of("docker-host")));
        Look.rest(500);
        Look.onWindow(() -> w.stage().getScene().getRoot().lookupAll(".side-scroll").stream()
                .map(ScrollPane.class::cast)
                .forEach(s -> s.setVvalue(0.75)));
        w.shoot("inspector");
    }

    private static void ping(Workbench bench, String scene, String from, String to) throws Exception {
        Look.onWindow(bench::stop);
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
        Look.onWindow(() -> bench.table().open(Path.of("topologies/" + scene + ".json")));
        Look.until(() -> !bench.welcome().get()
                && bench.drawing().drawing().get().topology().name().value().equals(scene));
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.onWindow(() -> {
            bench.playback().speed().set(4);
            bench.ping(SpaceId.parse(from), SpaceId.parse(to));
        });
        Look.until(() -> !bench.pings().waiting().get());
        Look.until(() -> !bench.playback().playing().get());
        Look.rest(500);
    }

    /** To the first hop of the echo request that such a row decided. */
    private static void turnTo(Workbench bench, Decision.Kind kind) throws Exception {
        Look.onWindow(() -> {
            JourneysModel.Line echo = bench.journeys().lines().stream()
                    .filter(j -> j.what().contains("echo request"))
                    .findFirst()
                    .orElseThrow();
            bench.playJourney(echo.id());
            for (int i = 0; i < echo.hops(); i++) {
                bench.playback().go(i);
                Optional<Moment> at = bench.playback().moment().get();
                if (at.stream().flatMap(m -> m.decisions().stream()).anyMatch(d -> d.kind() == kind)) {
                    return;
                }
            }
        });
    }
}
