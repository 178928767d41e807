package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.PortId;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Health;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.HitTest;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.Tracks;
import dev.pathlight.view.scene.View;
import dev.pathlight.view.scene.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What painters and gestures share: the model, the laid out scene, the view on it, and what the pointer is at. */
final class Board {
    private final CanvasModel model;
    private final TextMeasure fonts;
    private final ObjectProperty<CanvasStyle> style;
    private final ObjectProperty<CanvasText> text;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.PLAIN);
    private final ObjectProperty<Optional<String>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Pt>> pointer = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> focused = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Gesture>> gesture = new SimpleObjectProperty<>(Optional.empty());
    private Pt size = new Pt(1, 1);
    private final StringProperty told = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> fresh = new SimpleObjectProperty<>(Optional.empty());
    private Map<String, Layout.Box> preview = Map.of();
    private boolean stale;
    private Runnable whenStale = () -> {};
    private final ObjectProperty<Scene> scene;
    private Optional<HitTest> hits = Optional.empty();
    private Tracks tracks;
    private Map<String, Port> ports;
    private Optional<Tags> tags = Optional.empty();

    Board(CanvasModel model, CanvasStyle style, CanvasText text, TextMeasure fonts) {
        this.model = model;
        this.fonts = fonts;
        this.style = new SimpleObjectProperty<>(style);
        this.text = new SimpleObjectProperty<>(text);
        Scene first = Scene.of(model.drawing().get(), text.locale(), fonts);
        this.tracks = new Tracks(first, model.talk()::get);
        this.ports = byPath(first);
        this.scene = new SimpleObjectProperty<>(first);
    }

    /**
     * Has the drawing laid out anew, boxes being dragged where they are dragged to: when somebody asks for the scene next, which
     * is the next pulse. What changes many times between two frames is laid out once, and never while an event waits.
     */
    void rebuild() {
        stale = true;
        whenStale.run();
    }

    /** What is to be done so that a pulse follows which asks for the scene. */
    void whenStale(Runnable action) {
        whenStale = action;
    }

    private void layOut() {
        Drawing d = model.drawing().get();
        Drawing shown = preview.isEmpty() ? d : new Edit.MoveBoxes(preview).applyTo(d);
        Scene next = Scene.of(shown, text.get().locale(), fonts);
        hits = Optional.empty();
        tracks = new Tracks(next, model.talk()::get);
        ports = byPath(next);
        scene.set(next);
    }

    private static Map<String, Port> byPath(Scene scene) {
        Map<String, Port> all = new HashMap<>();
        scene.ports().forEach(p -> all.put(p.path(), p));
        return all;
    }

    /** Shows boxes where they are not yet; an empty map ends it. */
    void preview(Map<String, Layout.Box> boxes) {
        preview = Map.copyOf(boxes);
        rebuild();
    }

    /** Forgets boxes shown elsewhere without laying out: the edit that follows will. */
    void endPreview() {
        preview = Map.of();
    }

    CanvasModel model() {
        return model;
    }

    /** How boxes are drawn and held. */
    Marks marks() {
        return model.drawing().get().layout().marks();
    }

    TextMeasure fonts() {
        return fonts;
    }

    Scene scene() {
        if (stale) {
            stale = false;
            layOut();
        }
        return scene.get();
    }

    /** Everything with its place; a new one whenever the drawing or what is being dragged changes. */
    ReadOnlyObjectProperty<Scene> laidOut() {
        return scene;
    }

    Tracks tracks() {
        scene();
        return tracks;
    }

    /** Made when first asked for. */
    HitTest hits() {
        Scene now = scene();
        if (hits.isEmpty()) {
            hits = Optional.of(new HitTest(now));
        }
        return hits.get();
    }

    /** What is said in words beside things, and where. */
    Tags tags() {
        Tags now = Tags.of(this, tags);
        tags = Optional.of(now);
        return now;
    }

    CanvasText words() {
        return text.get();
    }

    ObjectProperty<CanvasStyle> style() {
        return style;
    }

    ObjectProperty<CanvasText> text() {
        return text;
    }

    ObjectProperty<View> view() {
        return view;
    }

    /** The path under the pointer. */
    ObjectProperty<Optional<String>> hovered() {
        return hovered;
    }

    /** Where the pointer is in the pane; empty while it is elsewhere. */
    ObjectProperty<Optional<Pt>> pointer() {
        return pointer;
    }

    /** A tool that was used is laid aside; it stays at hand while Shift is held. */
    void used(Pointer p) {
        if (!p.shift()) {
            model.tool().set(Tool.SELECT);
        }
    }

    /** The pane is as large now. */
    void resized(double width, double height) {
        size = new Pt(width, height);
    }

    /** The part of the drawing that shows. */
    Rect seen() {
        return view.get().visible(size.x(), size.y());
    }

    /** Tells the user something beside what is drawn, until the next key or click; "" ends it. */
    void say(String words) {
        told.set(words);
    }

    ReadOnlyStringProperty told() {
        return told;
    }

    /** The note that was put here last, to be written at once. */
    ObjectProperty<Optional<String>> fresh() {
        return fresh;
    }

    /** The path that keys act on and screen readers speak. */
    ObjectProperty<Optional<String>> focused() {
        return focused;
    }

    /** What the pressed mouse button is doing. */
    ObjectProperty<Optional<Gesture>> gesture() {
        return gesture;
    }

    Optional<Hit> hit(Pt screen) {
        View v = view.get();
        return hits().at(v.toWorld(screen), Math.max(7, 7 / v.scale()));
    }

    /** The interface called {@code path}, if it is drawn: none or one. */
    List<Port> portAt(String path) {
        return port(path).stream().toList();
    }

    private Optional<Port> port(String path) {
        scene();
        return Optional.ofNullable(ports.get(path));
    }

    /** Where a line to {@code path} ends: an interface's place, or a box's middle. */
    Optional<Pt> anchor(String path) {
        return port(path)
                .map(Port::at)
                .or(() -> scene().frame(path).map(f -> f.rect().centre()))
                .or(() -> scene().wire(path).map(w -> w.curve().at(0.5)));
    }

    /** What encloses a thing. */
    Optional<Rect> extent(String path) {
        return scene().frame(path)
                .map(Frame::rect)
                .or(() -> scene().wire(path).map(w -> w.curve().bounds()))
                .or(() -> port(path)
                        .map(p -> PortPainter.shape(p))
                        .map(r ->
                                scene().label(path).map(l -> l.rect().union(r)).orElse(r)));
    }

    /** Whether {@code path} is on the drawing. */
    boolean exists(String path) {
        return scene().frame(path).isPresent()
                || scene().wire(path).isPresent()
                || port(path).isPresent();
    }

    Health health(String path) {
        return model.health().get().getOrDefault(path, Health.DRAWN);
    }

    /** A cable fares as the worse of its ends. */
    Health health(Wire w) {
        Health own = health(w.path());
        Health a = health(w.a().toString());
        Health b = w.b().map(PortId::toString).map(this::health).orElse(a);
        Health worse = a.compareTo(b) >= 0 ? a : b;
        return own.compareTo(worse) >= 0 ? own : worse;
    }
}
