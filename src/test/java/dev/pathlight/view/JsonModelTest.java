package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.json.TopologyWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonModelTest {
    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    private final JsonModel json = new JsonModel(bench);

    @BeforeEach
    void open() {
        bench.table().open(Path.of("topologies/bridge.json"));
        json.open().set(true);
    }

    private String written() {
        return TopologyWriter.write(bench.drawing().drawing().get());
    }

    private void type(String text) {
        json.touched();
        json.take(text, () -> {});
    }

    @Test
    void whatIsTypedIsOnTheDrawingAndUndoneByName() {
        String before = written();
        assertThat(json.text().get().text()).isEqualTo(before);
        String after = before.replace("10.1.1.2/24", "10.1.1.9/24");
        type(after);
        assertThat(written()).isEqualTo(after);
        assertThat(json.isDraft()).isFalse();
        assertThat(bench.drawing().undoName().get()).isEqualTo("Edit the JSON");
        bench.undo();
        assertThat(json.text().get().text()).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadStaysTypedAndSaysWhere() {
        String before = written();
        String broken = before.replaceFirst("\"version\": 1,", "\"version\": 1,\n  oops");
        type(broken);
        assertThat(written()).isEqualTo(before);
        assertThat(json.isDraft()).isTrue();
        Mistake mistake = json.mistake().orElseThrow();
        assertThat(mistake.line()).isEqualTo(3);
        assertThat(mistake.column()).isEqualTo(3);
        assertThat(mistake.what()).isNotBlank();
        bench.edit("Add", new Edit.AddNode(new Name("other"), new Layout.Box(0, 0, 300, 200)));
        assertThat(json.text().get().text())
                .as("what is typed is nobody else's")
                .isEqualTo(before);
        json.discard();
        assertThat(json.isDraft()).isFalse();
        assertThat(json.text().get().text()).isEqualTo(written()).contains("other");
    }

    @Test
    void layoutIsKeptAsTypedWhileItMeansTheSame() {
        String loose = written().replace("\": ", "\" :   ");
        type(loose);
        assertThat(json.mistake()).isEmpty();
        assertThat(bench.drawing().undoName().get()).isEmpty();
        assertThat(json.text().get().text()).isEqualTo(loose);
        bench.edit("Add", new Edit.AddNode(new Name("other"), new Layout.Box(0, 0, 300, 200)));
        assertThat(json.text().get().text()).isEqualTo(written());
    }

    @Test
    void theSelectedThingIsShownAndTheOneAtTheCursorSelected() {
        bench.canvas().selection().set(Set.of("this/ns2"));
        int line = json.selectedLine().orElseThrow();
        bench.canvas().selection().set(Set.of());
        json.pointAt(line, 60);
        assertThat(bench.canvas().selection().get()).hasSize(1).allMatch(p -> p.startsWith("this/ns2"));
    }

    @Test
    void nothingIsWrittenWhileNobodyLooks() {
        json.open().set(false);
        String before = json.text().get().text();
        bench.edit("Add", new Edit.AddNode(new Name("other"), new Layout.Box(0, 0, 300, 200)));
        assertThat(json.text().get().text()).isEqualTo(before);
        json.open().set(true);
        assertThat(json.text().get().text()).contains("other");
    }

    @Test
    void aChangeMadeElsewhereInTheMeantimeIsNotOverwrittenUnasked() {
        String before = written();
        json.touched();
        bench.edit("Add", new Edit.AddNode(new Name("other"), new Layout.Box(0, 0, 300, 200)));
        String typed = before.replace("10.1.1.2/24", "10.1.1.9/24");
        json.take(typed, () -> {});
        assertThat(written()).contains("other");
        assertThat(json.mistake().orElseThrow().insist()).isTrue();
        json.insist();
        assertThat(written()).isEqualTo(typed);
        assertThat(json.mistake()).isEmpty();
        bench.undo();
        assertThat(json.text().get().text()).isEqualTo(written()).contains("other");
    }

    @Test
    void whatIsFoundWrongIsRemarkedWhereItIsWrittenAndMendedThere() {
        assertThat(json.remarks().get()).isEmpty();
        String wrong = written().replace("10.1.1.3/24", "10.1.1.2/24");
        type(wrong);
        Remark remark = json.remarks().get().getFirst();
        assertThat(wrong.lines().skip(remark.line() - 1).findFirst().orElseThrow())
                .contains("10.1.1.2/24");
        type(wrong + " ");
        assertThat(json.remarks().get()).as("what means the same is as wrong").isNotEmpty();
        bench.mend(remark.trouble().mends().getFirst());
        assertThat(json.remarks().get()).isEmpty();
        assertThat(json.text().get().text()).isEqualTo(written());
    }
}
