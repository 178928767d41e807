package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Fate;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bridge lesson, taken without a window and without a kernel. */
class LessonModelTest {
    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    private final LessonModel lessons = bench.lessons();

    private void begin() {
        bench.table().open(Path.of("topologies/lessons/bridge.lesson.json"));
    }

    private void act(int action) {
        lessons.act(lessons.step().orElseThrow().actions().get(action));
    }

    /** Until the packets have been played to their ends. */
    private void play() {
        for (int i = 0; i < 10_000 && bench.playback().playing().get(); i++) {
            bench.advance(0.1, 0);
        }
    }

    @Test
    void aLessonFileBeginsItsLessonOnItsDrawing() {
        begin();
        assertThat(lessons.size()).isEqualTo(6);
        assertThat(lessons.at().get()).isZero();
        assertThat(bench.drawing().file().get()).isEqualTo(Optional.of(Path.of("topologies/bridge.json")));
        assertThat(lessons.isDone()).isFalse();
        act(0);
        assertThat(lessons.isDone()).isTrue();
    }

    @Test
    void ticksWaitForThePacketThatIsPlayed() {
        begin();
        act(0);
        lessons.next();
        act(0);
        assertThat(bench.playback().playing().get()).isTrue();
        assertThat(lessons.ticks()).noneMatch(LessonModel.Tick::holds);
        play();
        assertThat(lessons.ticks()).anyMatch(LessonModel.Tick::holds);
        assertThat(lessons.truth().get().map(Fate::kind)).contains(Fate.Kind.ANSWERED);
    }

    @Test
    void onlyWhatIsSentDuringAStepCountsForIt() {
        begin();
        act(0);
        bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        play();
        lessons.next();
        assertThat(lessons.ticks()).noneMatch(LessonModel.Tick::holds);
        assertThat(lessons.truth().get()).isEmpty();
    }

    @Test
    void aClassPredictsByAButtonAndByAPlaceOnTheDrawingUntilItIsKnown() {
        begin();
        act(0);
        lessons.next();
        lessons.predict(Fate.Kind.REPLY_LOST);
        bench.canvas().selection().set(Set.of("this/br0"));
        Fate guess = new Fate(Fate.Kind.REPLY_LOST, Optional.of(SpaceId.parse("this")));
        assertThat(lessons.predicted().get()).contains(guess);
        lessons.predict(Fate.Kind.ANSWERED);
        assertThat(lessons.predicted().get()).contains(new Fate(Fate.Kind.ANSWERED, Optional.empty()));
        act(0);
        play();
        lessons.predict(Fate.Kind.REQUEST_LOST);
        assertThat(lessons.predicted()
                        .get()
                        .orElseThrow()
                        .isBorneOutBy(lessons.truth().get().orElseThrow()))
                .isTrue();
    }

    @Test
    void aStepTurnsToAPanelEveryTimeItIsAskedTo() {
        begin();
        lessons.act(new Action.Open(Action.Panel.PLAN));
        int[] turned = new int[1];
        lessons.panel().addListener(o -> turned[0]++);
        lessons.act(new Action.Open(Action.Panel.PLAN));
        assertThat(lessons.panel().get()).contains(Action.Panel.PLAN);
        assertThat(turned[0]).isPositive();
    }

    @Test
    void stepsEndAtTheFirstAndTheLastAndTheLessonCanBePutAway() {
        begin();
        lessons.back();
        assertThat(lessons.at().get()).isZero();
        lessons.go(5);
        lessons.next();
        assertThat(lessons.at().get()).isEqualTo(5);
        lessons.leave();
        assertThat(lessons.step()).isEmpty();
        assertThat(lessons.ticks()).isEmpty();
        lessons.start();
        assertThat(lessons.at().get()).isZero();
    }

    @Test
    void aDrawingOffersTheLessonBesideItAndAnotherDrawingEndsIt() {
        bench.table().open(Path.of("topologies/bridge.json"));
        assertThat(lessons.offered().get()).isPresent();
        assertThat(lessons.lesson().get()).isEmpty();
        lessons.start();
        bench.table().newDrawing();
        assertThat(lessons.offered().get()).isEmpty();
        assertThat(lessons.lesson().get()).isEmpty();
    }
}
