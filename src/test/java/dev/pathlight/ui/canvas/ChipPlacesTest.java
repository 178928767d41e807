package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packet is called stands beside it, and covers neither the name of what it is at nor another packet's. */
class ChipPlacesTest {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 32;
    private static final double OFF = 22;

    private static Scene scene(String file) {
        Drawing drawing = ((ReadResult.Good) TopologyReader.read(Path.of("topologies/" + file + ".json"))).drawing();
        return Scene.of(drawing, Locale.ENGLISH, TextMeasure.ROUGH);
    }

    /** What can be seen when the whole drawing is shown as large as can be. */
    private static Rect all(Scene scene) {
        return scene.frames().stream()
                .map(Frame::rect)
                .reduce(Rect::union)
                .orElseThrow()
                .grown(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "veth-pair", "flannel-host-gw", "kernel-forwarding"})
    void atNoInterfaceItCoversANameOrALabel(String file) {
        Scene scene = scene(file);
        List<String> covered = new ArrayList<>();
        int at = 0;
        for (Port p : scene.ports()) {
            at++;
            Optional<Rect> place =
                    new ChipPlaces(scene, TextMeasure.ROUGH).take(all(scene), p.at(), WIDTH, HEIGHT, OFF);
            assertThat(place).as(p.path()).isPresent();
            Rect r = place.orElseThrow();
            assertThat(all(scene).contains(r)).as(p.path()).isTrue();
            scene.frames().stream()
                    .filter(f -> FramePainter.written(f, TextMeasure.ROUGH).intersects(r))
                    .forEach(f -> covered.add(p.path() + " covers " + f.path()));
            scene.labels().stream()
                    .map(Label::rect)
                    .filter(r::intersects)
                    .forEach(l -> covered.add(p.path() + " covers a label at " + l));
        }
        assertThat(at).isPositive();
        assertThat(covered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void packetsAtOnePlaceStandBesideOneAnother(int packets) {
        Scene scene = scene("bridge");
        Pt at = scene.ports().iterator().next().at();
        ChipPlaces places = new ChipPlaces(scene, TextMeasure.ROUGH);
        List<Rect> taken = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            places.take(all(scene), at, WIDTH, HEIGHT, OFF).ifPresent(taken::add);
        }
        assertThat(taken).hasSizeGreaterThan(1);
        for (Rect a : taken) {
            assertThat(taken.stream().filter(a::intersects)).containsExactly(a);
        }
    }
}
