package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.Action;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A clicker's few keys, without a window and without a kernel. */
class PresenterTest {
    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    private final Presenter presenter = new Presenter(bench);

    private void present(String file) {
        bench.table().open(Path.of("topologies/" + file));
        presenter.toggle();
    }

    private String hop() {
        return bench.playback()
                .moment()
                .get()
                .map(m -> m.hop().port().toString())
                .orElse("");
    }

    private String protocol() {
        return bench.playback().moment().get().map(m -> m.journey().protocol()).orElse("");
    }

    @Test
    void theGalleryIsNotPresented() {
        presenter.toggle();
        assertThat(presenter.on().get()).isFalse();
        present("bridge.json");
        assertThat(presenter.on().get()).isTrue();
        bench.table().home();
        assertThat(presenter.on().get()).isFalse();
    }

    @Test
    void onGoesFromHopToHopAndThroughAllThatWasSentAndBackAgain() {
        present("bridge.json");
        presenter.begin();
        bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        String first = protocol() + " " + hop();
        presenter.forward();
        assertThat(bench.playback().playing().get()).isFalse();
        for (int i = 0; i < 100; i++) {
            presenter.forward();
        }
        assertThat(protocol() + " " + hop()).isEqualTo("icmp this/ns1/veth0");
        for (int i = 0; i < 100; i++) {
            presenter.back();
        }
        assertThat(protocol() + " " + hop()).isEqualTo(first);
    }

    @Test
    void aLessonIsTakenWithOneKey() {
        present("lessons/bridge.lesson.json");
        LessonModel lessons = bench.lessons();
        assertThat(lessons.due()).contains(new Action.Run());
        presenter.forward();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
        assertThat(lessons.at().get()).isZero();
        presenter.forward();
        assertThat(lessons.at().get()).isEqualTo(1);
        long before = bench.journeys().lastId();
        presenter.forward();
        assertThat(bench.journeys().lastId()).isGreaterThan(before);
        int hops = 0;
        while (lessons.at().get() == 1) {
            presenter.forward();
            hops++;
        }
        assertThat(hops).isGreaterThan(8);
        assertThat(lessons.at().get()).isEqualTo(2);
    }

    @Test
    void whatWasSentInAnEarlierStepIsNotGoneThroughAgain() {
        present("lessons/bridge.lesson.json");
        presenter.forward();
        presenter.forward();
        presenter.forward();
        while (bench.lessons().at().get() == 1) {
            presenter.forward();
        }
        String stays = hop();
        presenter.back();
        assertThat(bench.lessons().at().get()).isEqualTo(1);
        assertThat(hop()).isEqualTo(stays);
    }

    @Test
    void aBlackScreenIsShownAgainBeforeAnythingMoves() {
        present("bridge.json");
        presenter.begin();
        bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        presenter.blank().set(true);
        int step = bench.playback().moment().get().orElseThrow().step();
        presenter.forward();
        assertThat(presenter.blank().get()).isFalse();
        assertThat(bench.playback().moment().get().orElseThrow().step()).isEqualTo(step);
    }

    @Test
    void theKeyToBeginPlaysThePacketFromItsFirstHopOnceItRuns() {
        present("bridge.json");
        presenter.begin();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
        bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        presenter.forward();
        presenter.begin();
        assertThat(bench.playback().position().get()).isZero();
        assertThat(bench.playback().playing().get()).isTrue();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
    }
}
