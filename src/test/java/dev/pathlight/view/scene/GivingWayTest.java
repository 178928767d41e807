package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Sketch;
import dev.pathlight.topology.SpaceId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivingWayTest {
    private static final Drawing ROW = Sketch.of("""
        'nodes': [{'name': 'a', 'namespaces': [{'name': 'ns1'}]}, {'name': 'b', 'namespaces': [{'name': 'ns2'}]},
          {'name': 'c'}, {'name': 'd'}],
        'lans': [{'name': 'lan'}],
        'layout': {'a': [0, 0, 300, 300], 'a/ns1': [40, 80, 200, 100], 'b': [340, 0, 300, 300],
          'b/ns2': [380, 80, 200, 100], 'c': [680, 0, 300, 300], 'd': [-340, 0, 300, 300],
          'lan:lan': [-300, 340, 1200, 76]}\
        """);

    private static Map<String, Layout.Box> moves(Drawing before, Edit edit) {
        Drawing after = edit.applyTo(before);
        return GivingWay.moves(scene(before), scene(after), after.layout());
    }

    private static Scene scene(Drawing d) {
        return Scene.of(d, Locale.ENGLISH, TextMeasure.ROUGH);
    }

    private static Edit pod(double x, double y) {
        return new Edit.AddNamespace(SpaceId.parse("a/ns3"), new Layout.Box(x, y, 200, 100));
    }

    @Test
    void whatANodeGrowsOverMovesAsideWithAllInItAndPushesTheNext() {
        Map<String, Layout.Box> moves = moves(ROW, pod(280, 80));
        assertThat(moves.keySet()).containsExactlyInAnyOrder("b", "b/ns2", "c");
        double way = moves.get("b").x() - 340;
        assertThat(way).isPositive();
        assertThat(moves.get("b/ns2").x() - 380).isEqualTo(way);
        Scene then = scene(new Edit.All(java.util.List.of(pod(280, 80), new Edit.MoveBoxes(moves))).applyTo(ROW));
        assertThat(then.frames().stream().filter(f -> f.kind() == Frame.Kind.NODE))
                .allSatisfy(f -> assertThat(then.frames().stream()
                                .filter(g -> g.kind() == Frame.Kind.NODE)
                                .filter(g -> g.rect().intersects(f.rect())))
                        .containsExactly(f));
    }

    @Test
    void whatLiesBelowMovesDownAndWhatLiesLeftMovesLeft() {
        assertThat(moves(ROW, pod(40, 280))).containsOnlyKeys("lan:lan");
        assertThat(moves(ROW, pod(40, 280)).get("lan:lan").y()).isGreaterThan(340);
        assertThat(moves(ROW, pod(-100, 80))).containsOnlyKeys("d");
        assertThat(moves(ROW, pod(-100, 80)).get("d").x()).isLessThan(-340);
    }

    @Test
    void whatHasRoomOrIsLockedStaysAndWhatOverlappedBeforeMayGoOn() {
        assertThat(moves(ROW, new Edit.AddNamespace(SpaceId.parse("a/ns3"), new Layout.Box(40, 190, 200, 80))))
                .isEmpty();
        Drawing locked = new Edit.SetMarks(Marks.NONE.withLocked("b", true)).applyTo(ROW);
        assertThat(moves(locked, pod(280, 80))).doesNotContainKey("b");
        Drawing over = new Edit.MoveBoxes(Map.of("b", new Layout.Box(250, 0, 300, 300))).applyTo(ROW);
        assertThat(moves(over, pod(240, 80))).doesNotContainKey("b");
    }
}
