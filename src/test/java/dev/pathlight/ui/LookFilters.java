package dev.pathlight.ui;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.JourneysModel;
import dev.pathlight.view.Moment;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

/**
 * Draws the panels of rules and connections, on the real kernel, to PNG files, to be looked at: Docker's NAT and a rule that
 * drops. Needs a display. Arguments: the folder to draw into, and words that size, theme and language must have, as
 * {@code 1280-light-zh}.
 */
public final class LookFilters {
    private final Path folder;

    private LookFilters(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        LookFilters look = new LookFilters(Files.createDirectories(Path.of(args[0])));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        int failed = 1;
        try {
            for (int[] size : List.of(new int[] {1280, 800}, new int[] {1920, 1080})) {
                for (boolean dark : List.of(false, true)) {
                    for (Locale locale : Phrases.LANGUAGES) {
                        String name = size[0] + "-" + (dark ? "dark" : "light") + "-" + locale.getLanguage();
                        if (name.contains(args.length > 1 ? args[1] : "")) {
                            look.draw(name, size, dark, locale);
                        }
                    }
                }
            }
            failed = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(failed);
        }
    }

    private void draw(String name, int[] size, boolean dark, Locale locale) throws Exception {
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        Look.onWindow(() -> {
            bench[0] = new Workbench(
                    Sessions.sandbox(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    Gallery.shipped());
            stage[0] = new Stage();
            MainWindow w = new MainWindow(bench[0], stage[0], Optional.empty());
            w.show(size[0], size[1]);
            w.theme().dark().set(dark);
        });
        ping(bench[0], "docker-nat", "docker-host/c1", "outside");
        turnTo(bench[0], Decision.Kind.NAT);
        shoot(stage[0], name + "-masquerade");
        Look.onWindow(() -> bench[0].tables().rules().classic().on().set(true));
        Look.onWindow(() -> bench[0].tables().connections().classic().on().set(true));
        shoot(stage[0], name + "-classic");
        Look.onWindow(() -> bench[0].tables().rules().classic().on().set(false));
        Look.onWindow(() -> bench[0].tables().connections().classic().on().set(false));
        ping(bench[0], "kernel-forwarding-firewall-drop", "this/ns1", "this/ns2");
        shoot(stage[0], name + "-drop");
        Look.onWindow(bench[0]::stop);
        Look.until(() -> bench[0].runModel().state().get() == RunState.STOPPED);
        Look.onWindow(() -> bench[0].table().open(Path.of("topologies/docker-nat.json")));
        Look.rest(700);
        Look.onWindow(() -> bench[0].canvas().selection().set(Set.of("docker-host")));
        Look.rest(500);
        Look.onWindow(() -> stage[0].getScene().getRoot().lookupAll(".side-scroll").stream()
                .map(ScrollPane.class::cast)
                .forEach(s -> s.setVvalue(0.75)));
        shoot(stage[0], name + "-inspector");
        Look.onWindow(() -> {
            bench[0].close();
            stage[0].hide();
        });
        Look.until(() -> bench[0].closed().get());
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

    private void shoot(Stage stage, String name) throws Exception {
        Look.rest(500);
        Look.shoot(stage, folder.resolve(name + ".png"));
    }
}
