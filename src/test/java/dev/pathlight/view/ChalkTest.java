package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.view.Chalk.Held;
import dev.pathlight.view.scene.Pt;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChalkTest {
    private final Chalk chalk = new Chalk();

    private void line(double y) {
        chalk.begin(new Pt(0, y), 4);
        chalk.draw(new Pt(100, y));
        chalk.end();
    }

    @Test
    void aStrokeGoesAwayByItselfSomeSecondsAfterItWasDrawn() {
        chalk.begin(new Pt(0, 0), 4);
        chalk.advance(100);
        assertThat(chalk.strokes())
                .singleElement()
                .satisfies(s -> assertThat(s.opacity()).isEqualTo(1));
        chalk.end();
        chalk.advance(Chalk.LINGERS);
        assertThat(chalk.strokes().getFirst().opacity()).isEqualTo(1);
        chalk.advance(Chalk.GOES / 2);
        assertThat(chalk.strokes().getFirst().opacity()).isEqualTo(0.5);
        chalk.advance(Chalk.GOES / 2);
        assertThat(chalk.strokes()).isEmpty();
        assertThat(chalk.ages()).isFalse();
    }

    @Test
    void aStrokeThatStaysIsThereUntilItIsWipedOff() {
        chalk.goes().set(false);
        line(0);
        assertThat(chalk.ages()).isFalse();
        chalk.advance(1e6);
        assertThat(chalk.strokes()).hasSize(1);
        chalk.wipe();
        assertThat(chalk.strokes()).isEmpty();
    }

    @Test
    void theEraserTakesTheStrokeItTouchesAndNoOther() {
        line(0);
        line(50);
        chalk.erase(new Pt(50, 5), 4);
        assertThat(chalk.strokes()).extracting(s -> s.points().getFirst().y()).containsExactly(50.0);
        chalk.erase(new Pt(50, 43), 4);
        assertThat(chalk.strokes()).hasSize(1);
    }

    @Test
    void whereNothingMayMoveStrokesGoAtOnceAndTheSpotHasNoTrail() {
        chalk.still().set(true);
        line(0);
        chalk.advance(Chalk.LINGERS);
        assertThat(chalk.strokes()).isEmpty();
        chalk.take(Held.SPOT);
        chalk.point(new Pt(1, 1));
        chalk.point(new Pt(2, 2));
        assertThat(chalk.trail()).containsExactly(new Chalk.Trace(new Pt(2, 2), 0));
    }

    @Test
    void theSpotLeavesATrailThatGoesAndStaysItself() {
        chalk.point(new Pt(9, 9));
        assertThat(chalk.trail()).isEmpty();
        chalk.take(Held.SPOT);
        chalk.point(new Pt(1, 1));
        chalk.point(new Pt(2, 2));
        chalk.advance(Chalk.TRAIL / 2);
        assertThat(chalk.trail()).hasSize(2);
        chalk.advance(Chalk.TRAIL / 2);
        assertThat(chalk.trail()).extracting(Chalk.Trace::at).containsExactly(new Pt(2, 2));
        chalk.point(new Pt(3, 3));
        assertThat(chalk.trail()).containsExactly(new Chalk.Trace(new Pt(2, 2), 1), new Chalk.Trace(new Pt(3, 3), 0));
        chalk.advance(10);
        assertThat(chalk.trail()).extracting(Chalk.Trace::at).containsExactly(new Pt(3, 3));
        chalk.take(Held.SPOT);
        assertThat(chalk.trail()).isEmpty();
    }

    @Test
    void anotherDrawingIsCleanAndTheChalkIsNoPartOfAny() {
        Workbench bench = new Workbench(
                FakeSession.opener(),
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of());
        Presenter presenter = new Presenter(bench);
        presenter.take(Held.PEN);
        assertThat(presenter.chalk().held().get()).isEqualTo(Held.NOTHING);
        bench.table().open(Path.of("topologies/bridge.json"));
        presenter.take(Held.PEN);
        presenter.chalk().begin(new Pt(0, 0), 4);
        assertThat(bench.drawing().dirty().get()).isFalse();
        bench.table().open(Path.of("topologies/docker-nat.json"));
        assertThat(presenter.chalk().strokes()).isEmpty();
        bench.table().home();
        assertThat(presenter.chalk().held().get()).isEqualTo(Held.NOTHING);
    }
}
