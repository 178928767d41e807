package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Step;
import dev.pathlight.lesson.json.LessonFile;
import dev.pathlight.lesson.json.LessonReader;
import dev.pathlight.lesson.json.LessonWriter;
import dev.pathlight.session.breaking.Breakage;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.writing.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson written about a drawing that runs, without a window and without a kernel. */
class LessonDeskTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");

    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    private final LessonDesk desk = bench.desk();

    @TempDir
    private Path dir;

    private Path drawing = Path.of("");

    @BeforeEach
    void aDrawingOfTheUsersOwn() throws IOException {
        drawing = Files.copy(BRIDGE, dir.resolve("mine.json"));
        bench.table().open(drawing);
    }

    private Step step() {
        return desk.editor().step().orElseThrow();
    }

    private Recorder.Take take(String beginning) {
        return Stream.concat(desk.recorder().takes().stream(), desk.recorder().rows().stream())
                .filter(t -> t.said().toString().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said(desk.recorder().takes()) + " "
                        + said(desk.recorder().rows())));
    }

    private static List<String> said(List<Recorder.Take> takes) {
        return takes.stream().map(t -> t.said().toString()).toList();
    }

    private String json() {
        return LessonWriter.write(desk.editor().lesson().get().orElseThrow());
    }

    private void ping() {
        bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
    }

    @Test
    void aNewLessonRunsItsDrawingAndIsNotSavedYet() {
        desk.write();
        assertThat(step().actions()).containsExactly(new Action.Run());
        assertThat(desk.editor().dirty().get()).isTrue();
        assertThat(desk.fileFor(drawing)).contains(dir.resolve("mine.lesson.json"));
    }

    @Test
    void aPingIsRecordedWithItsOutcomeItsWayAndItsAnswer() {
        desk.writeNew();
        bench.run();
        ping();
        desk.editor().addStep();
        desk.record(take("Ping ns1 → ns2: The answer comes back"));
        assertThat(json())
                .contains("{\"do\": \"ping\", \"from\": \"this/ns1\", \"to\": \"this/ns2\"}")
                .containsSubsequence(
                        "\"packet\": \"echo-request\"",
                        "\"from\": \"this/ns1\"",
                        "\"outcome\": \"delivered\"",
                        "\"at\": \"this/ns2\"",
                        "\"ttl\": 64",
                        "[\"this/br-veth0\", \"this/br-veth1\"]",
                        "\"packet\": \"echo-reply\"",
                        "\"at\": \"this/ns1\"");
        desk.editor().undo();
        assertThat(step()).isEqualTo(Step.empty());
    }

    @Test
    void theRowThatDecidesIsRecordedWithoutTheAddressThatTheKernelChose() {
        desk.writeNew();
        bench.run();
        ping();
        long request = bench.journeys().lines().stream()
                .filter(l -> l.what().startsWith("ICMP echo request"))
                .findFirst()
                .orElseThrow()
                .id();
        bench.playJourney(request);
        bench.playback().go(1);
        desk.record(take("The row that decides here: 06:b5:78:d9:7b:75 dev br-veth1"));
        assertThat(json())
                .contains("\"used\": {\"in\": \"this\", \"kind\": \"fdb\", \"row\": \"dev br-veth1\"}")
                .doesNotContain("06:b5");
    }

    @Test
    void theRowsOfTheTablesThatAreShownAreRecorded() {
        desk.writeNew();
        bench.run();
        ping();
        desk.record(take("br0 has learned that ns1 veth0 is behind br-veth0"));
        desk.record(take("ns1 knows the MAC address of 10.1.1.3"));
        desk.record(take("ns1 has the route 10.1.1.0/24 dev veth0"));
        assertThat(step().expected()).hasSize(4);
        desk.attempt();
        assertThat(bench.lessons().isDone()).isTrue();
    }

    @Test
    void aBreakageAndItsMendingAreRecordedAsCommandsThatSayWhatTheyDo() {
        desk.writeNew();
        bench.run();
        BreakModel breaking = bench.runModel().breaking();
        breaking.breakIt(breaking.offers().stream()
                .filter(b -> b.kind() == Breakage.Kind.LINK_DOWN && b.at().equals("this/ns2/veth1"))
                .findFirst()
                .orElseThrow());
        desk.record(take("Break: "));
        breaking.mendAll();
        desk.record(take("Mend: "));
        assertThat(json())
                .containsSubsequence(
                        "\"do\": \"break\"",
                        "\"in\": \"this/ns2\"",
                        "[\"ip\", \"link\", \"set\", \"dev\", \"veth1\", \"down\"]",
                        "\"do\": \"mend\"",
                        "[\"ip\", \"link\", \"set\", \"dev\", \"veth1\", \"up\"]");
    }

    @Test
    void aPanelThatWasTurnedToIsRecorded() {
        desk.writeNew();
        desk.recorder().opened(Action.Panel.INSPECTOR);
        desk.record(take("Show the inspector"));
        assertThat(step().actions()).contains(new Action.Open(Action.Panel.INSPECTOR));
    }

    @Test
    void whatIsSavedBesideTheDrawingIsFoundWithItAgain() {
        desk.write();
        desk.editor().fill(Slot.STEP, "title.en", "Mine");
        Path file = desk.fileFor(drawing).orElseThrow();
        desk.save(file, drawing, () -> {});
        assertThat(desk.editor().dirty().get()).isFalse();
        Lesson saved = desk.editor().lesson().get().orElseThrow();
        assertThat(saved.drawing()).isEqualTo("mine.json");
        assertThat(((LessonFile.Good) LessonReader.read(file)).lesson()).isEqualTo(saved);
        bench.table().newDrawing();
        assertThat(desk.editor().lesson().get()).isEmpty();
        bench.table().open(drawing);
        assertThat(bench.lessons().offered().get()).contains(saved);
        desk.write();
        assertThat(desk.editor().dirty().get()).isFalse();
        assertThat(desk.fileFor(drawing)).contains(file);
        desk.writeNew();
        assertThat(desk.fileFor(drawing)).as("another lesson stands there").isEmpty();
    }

    @Test
    void aLessonTriedFromTheStepThatIsWrittenComesBackToIt() {
        desk.writeNew();
        desk.editor().addStep();
        desk.attempt();
        assertThat(bench.lessons().at().get()).isEqualTo(1);
        bench.lessons().back();
        desk.write();
        assertThat(bench.lessons().lesson().get()).isEmpty();
        assertThat(desk.editor().at().get()).isZero();
    }

    @Test
    void aDamagedLessonBesideADrawingIsToldWithLineAndFieldAndTheDrawingOpens() throws IOException {
        Files.writeString(
                dir.resolve("mine.lesson.json"), "{\"version\": 1, \"name\": \"x\",\n \"drawing\": 7, \"steps\": []}");
        bench.table().open(drawing);
        Problem problem = bench.problem().get().orElseThrow();
        assertThat(problem.what()).isEqualTo("mine.lesson.json could not be opened.");
        assertThat(problem.why()).contains("mine.lesson.json:2:13: drawing: ");
        assertThat(bench.drawing().file().get()).isEqualTo(Optional.of(drawing));
        assertThat(bench.lessons().offered().get()).isEmpty();
    }
}
