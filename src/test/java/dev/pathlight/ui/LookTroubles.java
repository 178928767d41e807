package dev.pathlight.ui;

import dev.pathlight.house.Latin;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TabPane;

/**
 * Draws the window in trouble to PNG files, to be looked at, and prints what it says in Chinese in Latin letters: findings, a file
 * that cannot be read, lost pings on the real kernel, a refused step. Needs a display and a sandbox. Arguments: the folder to draw
 * into, and words that size, theme and language must have, as {@code 1280-light-zh}.
 */
public final class LookTroubles {
    private final LookWindow w;
    private final Workbench bench;

    private LookTroubles(LookWindow w) {
        this.w = w;
        bench = w.bench();
    }

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 1 ? args[1] : "1280-light-zh"),
                Sessions.sandbox(),
                LookTroubles::draw);
    }

    private static void draw(LookWindow w) throws Exception {
        LookTroubles real = new LookTroubles(w);
        real.findings();
        real.lost("bridge-port-not-in-bridge", "this/ns1", "this/ns2");
        real.lost("bridge-forgotten-up", "this/ns1", "this/ns2");
        real.lost("kernel-forwarding-ip-forward-0", "this/ns1", "this/ns2");
        real.lost("kernel-forwarding-no-route-back", "this/ns1", "this/ns2");
        LookWindow other = LookWindow.open(w.folder(), w.shape(), FakeSession.refusing(5));
        new LookTroubles(other).refused();
        other.close();
    }

    private void findings() throws Exception {
        shoot("gallery");
        Path file = Files.writeString(Files.createTempFile("broken", ".json"), """
            {"version": 1, "name": "n", "nodes": [{"nam": "this", "interfaces": 3}], "cables": [{"ends": ["a/b"]}]}
            """);
        Look.onWindow(() -> bench.table().open(file));
        Look.rest(500);
        shoot("file");
        Path wrong = Files.writeString(Files.createTempFile("findings", ".json"), """
            {"version": 1, "name": "wrong", "nodes": [{"name": "this",
              "namespaces": [
                {"name": "ns1", "interfaces": [{"name": "veth0", "addresses": ["10.1.1.2/24"], "mtu": 40}],
                 "routes": [{"to": "10.1.2.0/24", "via": "10.9.1.1"}, {"to": "default", "dev": "veth7"}],
                 "sysctls": {"ipv4.conf.vet0.rp_filter": 1}},
                {"name": "ns2", "interfaces": [{"name": "veth1", "addresses": ["10.1.1.2/24"]}, {"name": "veth2"}]}]}],
             "cables": [{"ends": ["this/ns1/veth0", "this/ns2/veth1"]}]}
            """);
        Look.onWindow(() -> {
            bench.dismissProblem();
            bench.table().open(wrong);
        });
        Look.until(() -> !bench.findings().isEmpty());
        tab(2);
        shoot("findings");
        Look.onWindow(() -> bench.inspect("this/ns1"));
        tab(1);
        shoot("findings-inspector");
        Look.onWindow(bench::run);
        Look.rest(500);
        shoot("findings-run");
        Look.onWindow(bench::dismissProblem);
    }

    private void lost(String scene, String from, String to) throws Exception {
        Look.onWindow(() -> bench.table().open(Path.of("topologies/" + scene + ".json")));
        Look.rest(500);
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() != RunState.STOPPED
                && bench.runModel().state().get() != RunState.STARTING);
        tab(2);
        shoot(scene + "-plan");
        Look.onWindow(() -> bench.ping(SpaceId.parse(from), SpaceId.parse(to)));
        Look.until(() -> bench.problem().get().isPresent());
        Look.rest(1500);
        tab(0);
        shoot(scene + "-problem");
        Look.onWindow(() -> bench.journeys().lines().stream()
                .filter(l -> l.ending() == dev.pathlight.view.JourneysModel.Ending.LOST)
                .findFirst()
                .ifPresent(l -> {
                    bench.playJourney(l.id());
                    bench.playback().go(bench.playback().steps().get().size() - 1);
                }));
        Look.rest(600);
        shoot(scene + "-lost");
        Look.onWindow(() -> {
            bench.dismissProblem();
            bench.stop();
        });
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
        shoot(scene + "-stopped");
    }

    private void refused() throws Exception {
        Look.onWindow(() -> bench.table().open(Path.of("topologies/bridge.json")));
        Look.rest(500);
        Look.onWindow(bench::run);
        Look.until(() -> bench.problem().get().isPresent());
        tab(2);
        shoot("refused");
    }

    private void tab(int number) throws Exception {
        Look.onWindow(() -> ((TabPane) w.stage().getScene().lookup(".side"))
                .getSelectionModel()
                .select(number));
        Look.rest(400);
    }

    private void shoot(String name) throws Exception {
        w.shoot(name);
        if (!w.shape().locale().equals(Locale.CHINESE)) {
            return;
        }
        Look.onWindow(() -> {
            Set<String> said = Spoken.in(w.stage().getScene().getRoot());
            said.forEach(text -> {
                String foreign = Latin.foreign(text).collect(Collectors.joining(" "));
                if (!foreign.isEmpty()) {
                    System.out.println(name + ": [" + foreign + "] " + text.replace("\n", " / "));
                }
            });
        });
    }
}
