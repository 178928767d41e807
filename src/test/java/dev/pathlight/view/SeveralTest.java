package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeveralTest {
    private static final String A = "this/ns1/veth0";
    private static final String B = "this/ns2/veth1";

    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());

    @BeforeEach
    void open() {
        bench.table().open(Path.of("topologies/bridge.json"));
    }

    private InspectorModel.Subject select(String... paths) {
        bench.canvas().selection().set(Set.of(paths));
        return bench.inspector().subject().get().orElseThrow();
    }

    private Drawing drawing() {
        return bench.drawing().drawing().get();
    }

    private Interface link(String path) {
        return drawing().topology().find(PortId.parse(path)).orElseThrow();
    }

    private Namespace space(String path) {
        return drawing().topology().find(SpaceId.parse(path)).orElseThrow();
    }

    private static Optional<Entry> row(InspectorModel.Subject s, Property property) {
        return s.form().stream().filter(e -> e.property() == property).findFirst();
    }

    @Test
    void whatIsTypedHoldsForEachAndIsUndoneAtOnce() {
        Drawing before = drawing();
        InspectorModel.Subject s = select(A, B);
        assertThat(s.title()).isEqualTo("2 things");
        assertThat(bench.inspector().change(s.path(), Property.MTU, 0, "1400")).isEmpty();
        assertThat(link(A).mtu()).isEqualTo(OptionalInt.of(1400));
        assertThat(link(B).mtu()).isEqualTo(OptionalInt.of(1400));
        assertThat(bench.drawing().undoName().get()).endsWith("2 things");
        bench.undo();
        assertThat(drawing()).isEqualTo(before);
    }

    @Test
    void whatEachHasDifferentlyIsShownAsSuchAndTakenForAll() {
        bench.inspector().change(A, Property.MTU, 0, "1400");
        bench.inspector().change(A, Property.UP, 0, "false");
        InspectorModel.Subject s = select(A, B);
        assertThat(row(s, Property.MTU).orElseThrow()).isInstanceOf(Entry.Mixed.class);
        assertThat(row(s, Property.UP).orElseThrow()).isInstanceOf(Entry.Mixed.class);
        bench.inspector().change(s.path(), Property.UP, 0, "true");
        assertThat(link(A).up() && link(B).up()).isTrue();
        InspectorModel.Subject after = bench.inspector().subject().get().orElseThrow();
        assertThat(row(after, Property.UP).orElseThrow()).isEqualTo(new Entry.Switch(Property.UP, true));
    }

    @Test
    void whatTellsThingsApartIsNotShown() {
        InspectorModel.Subject s = select(A, B);
        assertThat(s.form())
                .extracting(Entry::property)
                .doesNotContain(Property.NAME, Property.MAC, Property.ADDRESSES);
        assertThat(s.facts()).extracting(InspectorModel.Fact::path).containsExactly(A, B);
    }

    @Test
    void thingsOfSeveralKindsShareWhatBothHave() {
        InspectorModel.Subject s = select("this", "this/ns1");
        assertThat(s.form()).extracting(Entry::property).contains(Property.FORWARD, Property.LOCKED);
        bench.inspector().change(s.path(), Property.LOCKED, 0, "true");
        assertThat(drawing().layout().marks().locked()).containsExactly("this", "this/ns1");
    }

    @Test
    void aRouteAllHaveIsChangedForAll() {
        InspectorModel.Subject s = select("this/ns1", "this/ns2");
        bench.inspector().change(s.path(), Property.ROUTES, InspectorModel.NEW, "10.9.0.0/16 via 10.1.1.1");
        assertThat(space("this/ns1").routes())
                .hasSize(1)
                .isEqualTo(space("this/ns2").routes());
        bench.inspector().remove(s.path(), Property.ROUTES, 0);
        assertThat(space("this/ns1").routes()).isEmpty();
        assertThat(space("this/ns2").routes()).isEmpty();
    }

    @Test
    void whatIsNoNumberChangesNone() {
        Drawing before = drawing();
        InspectorModel.Subject s = select(A, B);
        assertThat(bench.inspector().change(s.path(), Property.MTU, 0, "many")).isPresent();
        assertThat(drawing()).isEqualTo(before);
    }
}
