package dev.pathlight.view.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Step;
import dev.pathlight.lesson.json.LessonFile;
import dev.pathlight.lesson.json.LessonReader;
import dev.pathlight.lesson.json.LessonWriter;
import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.writing.Slot.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonEditorTest {
    private static final Path BRIDGE = Path.of("topologies/lessons/bridge.lesson.json");
    private static final List<String> DEEDS = List.of("run", "stop", "ping", "change", "break", "mend", "open");
    private static final List<String> SIGHTS =
            List.of("running", "stopped", "packet", "route", "neighbour", "mac", "forwarding");

    private final Topology bridge = ((ReadResult.Good) TopologyReader.read(Path.of("topologies/bridge.json")))
            .drawing()
            .topology();
    private final LessonEditor editor =
            new LessonEditor(new Phrases(Locale.ENGLISH), () -> Offers.of(bridge, Snapshot.EMPTY), () -> bridge);

    private static Lesson read(Path file) {
        return ((LessonFile.Good) LessonReader.read(file)).lesson();
    }

    private Lesson lesson() {
        return editor.lesson().get().orElseThrow();
    }

    private Step step() {
        return editor.step().orElseThrow();
    }

    /** Fills every blank of a step with what stands there; then nothing may have changed. */
    private void fillAll() {
        Stream.of(
                        Stream.of(Slot.STEP),
                        slots(Part.DEED, step().actions().size()),
                        slots(Part.SIGHT, step().expected().size()))
                .flatMap(s -> s)
                .forEach(slot -> editor.blanks(slot).forEach(b -> {
                    assertThat(editor.fill(slot, b.key(), filled(b)))
                            .as("%s %s", slot, b)
                            .isEmpty();
                }));
    }

    private static Stream<Slot> slots(Part part, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Slot(part, i));
    }

    private static String filled(Blank blank) {
        return switch (blank) {
            case Blank.Line l -> l.text();
            case Blank.Area a -> a.text();
            case Blank.Choice c -> c.chosen();
            case Blank.Switch s -> String.valueOf(s.on());
        };
    }

    @ParameterizedTest
    @MethodSource("dev.pathlight.lesson.json.LessonReaderTest#shipped")
    void allThatAShippedLessonSaysStandsInBlanksAndIsTakenBackFromThemUnchanged(Path file) {
        Lesson before = read(file);
        editor.open(before, true, 0);
        for (int i = 0; i < before.steps().size(); i++) {
            editor.choose(i);
            fillAll();
        }
        assertThat(lesson()).isEqualTo(before);
        assertThat(editor.dirty().get()).isFalse();
        assertThat(editor.undoName().get()).isEmpty();
    }

    @Test
    void whateverCanBeAddedCanBeWrittenAndReadBackAndBeUndone() {
        Lesson before = read(BRIDGE);
        editor.open(before, true, 1);
        editor.addStep();
        DEEDS.forEach(w -> editor.add(Part.DEED, w));
        SIGHTS.forEach(w -> editor.add(Part.SIGHT, w));
        fillAll();
        assertThat(step().actions()).hasSize(DEEDS.size());
        assertThat(step().expected()).hasSize(SIGHTS.size());
        String json = LessonWriter.write(lesson());
        assertThat(((LessonFile.Good) LessonReader.read("t", json.getBytes(StandardCharsets.UTF_8))).lesson())
                .isEqualTo(lesson());
        Lesson after = lesson();
        for (int i = 0; i < 1 + DEEDS.size() + SIGHTS.size(); i++) {
            editor.undo();
        }
        assertThat(lesson()).isEqualTo(before);
        assertThat(editor.dirty().get()).isFalse();
        for (int i = 0; i < 1 + DEEDS.size() + SIGHTS.size(); i++) {
            editor.redo();
        }
        assertThat(lesson()).isEqualTo(after);
    }

    @Test
    void stepsAreAddedDuplicatedMovedAndRemoved() {
        editor.open(read(BRIDGE), true, 0);
        List<String> titles = new ArrayList<>();
        editor.duplicateStep();
        editor.fill(Slot.STEP, "title.en", "Copy");
        titles.add(titles());
        editor.moveStep(1);
        titles.add(titles());
        editor.moveStep(99);
        titles.add(titles());
        editor.removeStep();
        titles.add(titles());
        assertThat(titles)
                .containsExactly(
                        "1: Two Copy The brctl The A Up",
                        "2: Two The Copy brctl The A Up",
                        "2: Two The Copy brctl The A Up",
                        "2: Two The brctl The A Up");
    }

    private String titles() {
        return editor.at().get() + ": "
                + String.join(
                        " ",
                        lesson().steps().stream()
                                .map(s -> s.title().exactly("en").split(" ")[0])
                                .toList());
    }

    @Test
    void whatCannotStandThereChangesNothingAndIsToldWithTheReason() {
        Lesson before = read(BRIDGE);
        editor.open(before, true, 1);
        Slot ping = new Slot(Part.DEED, 0);
        Slot packet = new Slot(Part.SIGHT, 1);
        assertThat(editor.mistake(ping, "to", "a/b/c").orElseThrow().why())
                .isEqualTo("\"a/b/c\" is neither an address nor the path of a node or namespace.");
        assertThat(editor.fill(packet, "ttl", "300").orElseThrow().why())
                .isEqualTo("A TTL is a number from 0 to 255, not \"300\".");
        assertThat(editor.fill(packet, "through", "this/br-veth0 nothing")).isPresent();
        editor.add(Part.SIGHT, "route");
        assertThat(editor.fill(new Slot(Part.SIGHT, 2), "row", " ")).isPresent();
        editor.undo();
        assertThat(lesson()).isEqualTo(before);
    }

    @Test
    void aReasonGoesWithALossAndATtlWithAnArrival() {
        editor.open(read(BRIDGE), true, 1);
        Slot reply = new Slot(Part.SIGHT, 1);
        assertThat(keys(reply)).contains("ttl").doesNotContain("why");
        editor.fill(reply, "outcome", "lost");
        assertThat(keys(reply)).contains("why").doesNotContain("ttl");
        editor.fill(reply, "why", "no-route");
        editor.fill(reply, "outcome", "delivered");
        editor.fill(reply, "used", "route");
        editor.fill(reply, "used-row", "default");
        assertThat(LessonWriter.write(lesson()))
                .contains("\"outcome\": \"delivered\"", "\"row\": \"default\"")
                .doesNotContain("no-route");
    }

    private List<String> keys(Slot slot) {
        return editor.blanks(slot).stream().map(Blank::key).toList();
    }

    @Test
    void aLanguageThatCannotBeWrittenHereStays() {
        Lesson german = read(BRIDGE).withTitle(Texts.of(Map.of("de", "Brücke")));
        editor.open(german, true, LessonEditor.WHOLE);
        editor.fill(Slot.LESSON, "title.en", "Bridge");
        editor.fill(Slot.LESSON, "title.zh", "");
        assertThat(lesson().title().byLanguage()).containsOnlyKeys("de", "en");
    }

    @Test
    void findingsStandAtTheirPlacesAndGoWhenTheyAreMended() {
        editor.open(read(BRIDGE), true, 0);
        assertThat(editor.findings()).isEmpty();
        editor.remove(new Slot(Part.DEED, 0));
        assertThat(editor.findingsAt(new Slot(Part.SIGHT, 0))).isNotEmpty();
        assertThat(editor.worstAt(0)).isPresent();
        assertThat(editor.worstAt(LessonEditor.WHOLE)).isEmpty();
        editor.undo();
        assertThat(editor.findings()).isEmpty();
        editor.fill(Slot.STEP, "title.zh", "");
        assertThat(editor.findingsAt(Slot.STEP)).extracting(f -> f.rule()).containsExactly("one-language");
    }
}
