package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.view.Dot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Packets on lo go from the box of the container that sent them to the one they are for. */
class LoopbackTest {
    private static final int TCP = 6;
    private static final int ICMP = 1;

    private final Scene scene =
            Scene.of(Drawings.read(Path.of("topologies/container-mode.json")), Locale.ENGLISH, TextMeasure.ROUGH);

    private static Journey journey(int protocol, int first, int second) {
        byte[] bytes = new byte[60];
        ByteBuffer b = ByteBuffer.wrap(bytes);
        b.putShort(12, (short) 0x0800).put(14, (byte) 0x45).put(23, (byte) protocol);
        b.putShort(34, (short) first).putShort(36, (short) second);
        return new Journey(
                1,
                "",
                "",
                0,
                Journey.Outcome.DELIVERED,
                true,
                List.of(hop(Direction.OUT, -1, bytes), hop(Direction.IN, 0, bytes)),
                Optional.empty());
    }

    private static Hop hop(Direction direction, int parent, byte[] bytes) {
        PortId lo = PortId.parse("this/pod/lo");
        return new Hop(lo, direction, 0, new Mac(0), new Mac(0), OptionalInt.of(64), List.of(), parent, bytes);
    }

    private double x(String container) {
        return scene.frame("this/pod/" + container).orElseThrow().rect().cx();
    }

    private List<Double> way(Journey j, Optional<Talk> talk) {
        Track track = new Tracks(scene, () -> talk).track(new Dot(j, 0, 1, 0.5)).orElseThrow();
        return List.of(track.points().getFirst().x(), track.points().getLast().x());
    }

    @Test
    void aContainersBoxStandsInItsNamespaceAndLoBelowIt() {
        Rect pod = scene.frame("this/pod").orElseThrow().rect();
        for (String inside : List.of("web", "client", "lo")) {
            assertThat(pod.contains(
                            scene.frame("this/pod/" + inside).orElseThrow().rect()))
                    .as(inside)
                    .isTrue();
        }
    }

    @Test
    void whatGoesToAPortGoesToTheContainerThatListensOnIt() {
        assertThat(way(journey(TCP, 40_000, 80), Optional.empty())).containsExactly(x("client"), x("web"));
        assertThat(way(journey(TCP, 80, 40_000), Optional.empty())).containsExactly(x("web"), x("client"));
    }

    @Test
    void whatNobodyListensForGoesToLoAndNoFurther() {
        assertThat(way(journey(TCP, 40_000, 81), Optional.empty())).containsExactly(x("lo"), x("lo"));
        assertThat(way(journey(ICMP, 8 << 8, 0), Optional.empty())).containsExactly(x("lo"), x("lo"));
    }

    @Test
    void anEchoGoesBetweenTheContainersThatWereToldToTalk() {
        Optional<Talk> talk = Optional.of(new Talk("this/pod/web", "this/pod/client", 0));
        assertThat(way(journey(ICMP, 8 << 8, 0), talk)).containsExactly(x("web"), x("client"));
        assertThat(way(journey(ICMP, 0, 0), talk)).containsExactly(x("client"), x("web"));
    }
}
