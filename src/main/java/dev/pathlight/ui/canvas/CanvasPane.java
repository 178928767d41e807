package dev.pathlight.ui.canvas;

import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * The drawing on the screen: shows a {@link CanvasModel}, and turns gestures on it into the model's intents. One focusable
 * control; what has the focus inside is told by its accessible text.
 */
public final class CanvasPane extends Region {
    private static final double FIT_MARGIN = 8;
    /** What shows around things that were zoomed to, drawing units. */
    private static final double AROUND = 60;
    /** A small drawing is enlarged so that the last row can read it, but not beyond this. */
    private static final double FIT_MOST = 2.2;
    /** The same before a class: the last row sits far off. */
    private static final double FIT_AFAR = 4;
    /** What an empty sheet shows: room for a lecture, so that what is dropped on it has the size it will keep. */
    private static final Rect SHEET = new Rect(0, 0, 740, 560);

    private final Board board;
    private final Canvas base = new Canvas();
    private final Canvas overlay = new Canvas();
    private final BasePainter basePainter;
    private final ScreenInk paper;
    private final OverlayPainter overlayPainter;
    private double fitMost = FIT_MOST;
    private boolean fitting;
    private boolean baseStale = true;
    private boolean overlayStale = true;
    private final CanvasActions actions;
    private final CanvasMenu menu;
    private final CanvasOffers offers;
    private final NoteEditor writer;
    private final Tidying tidying;
    private final MiniMap map;
    private final EmptyHint hint;
    private final TidyingNote note;
    /** What is kept in view until a hand zooms or pans: what was there at first, and all that was drawn since. */
    private Rect kept;
    /** The view that keeps it; when the board has another, a hand chose it. */
    private View fitted = View.PLAIN;

    public CanvasPane(CanvasModel model, CanvasStyle style) {
        Fonts fonts = new Fonts();
        board = new Board(model, style, CanvasText.of(Locale.getDefault()), fonts);
        kept = whole();
        basePainter = new BasePainter(board);
        paper = new ScreenInk(base.getGraphicsContext2D(), fonts);
        overlayPainter = new OverlayPainter(board, overlay, fonts);
        base.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        map = new MiniMap(board, this);
        hint = new EmptyHint(board);
        writer = new NoteEditor(board);
        getChildren().addAll(base, overlay, writer, map, hint);
        setFocusTraversable(true);
        setMinSize(80, 80);
        watch();
        Gestures gestures = new Gestures(board, this);
        new Zooming(board, this);
        tidying = new Tidying(board, this);
        note = new TidyingNote(board, tidying.progress());
        getChildren().add(note);
        actions = new CanvasActions(board, this);
        offers = new CanvasOffers(board);
        menu = new CanvasMenu(board, this, actions, offers.growing());
        new Keys(board, this, gestures, menu, actions);
        new Dropping(board, this);
    }

    /** What a right click offers anywhere on the drawing, asked for when it does. */
    public void offer(Supplier<List<MenuItem>> items) {
        menu.offer(items);
    }

    /** What can be done with what is selected, each with its key. */
    public List<CanvasAction> actions() {
        return actions.all();
    }

    /** What can be done with this drawing beside that. */
    public CanvasOffers offers() {
        return offers;
    }

    /** Does it, or says what to select first. */
    public void take(CanvasAction action) {
        actions.take(action);
    }

    /** Does what these keys ask for, wherever in the window they are pressed; plain ones are for who has the focus. */
    public void shortcut(KeyEvent e) {
        boolean combined = e.isShortcutDown() || e.isAltDown();
        if (combined && !menu.isShowing() && actions.press(e)) {
            e.consume();
        }
    }

    /** Has the words at {@code path} written where they stand; false when there are none. */
    boolean write(String path) {
        boolean group = board.marks().group(path).isPresent();
        if (group) {
            board.model().selection().set(Set.of(path));
            actions.take("mark.title");
        }
        return group || writer.open(path);
    }

    private void watch() {
        CanvasModel model = board.model();
        board.whenStale(this::requestLayout);
        onChange(model.drawing(), board::rebuild);
        onChange(model.drawings(), this::fitSoon);
        onChange(board.text(), board::rebuild);
        onChange(board.laidOut(), this::repaint);
        onChange(
                board.laidOut(), () -> board.focused().set(board.focused().get().filter(board::exists)));
        onChange(board.laidOut(), () -> keepInView(false));
        onChange(board.gesture(), () -> keepInView(false));
        onChange(board.style(), this::repaint);
        onChange(board.view(), this::repaint);
        onChange(model.health(), this::repaint);
        onChange(model.tree(), this::repaint);
        onChange(model.forwarding(), this::repaint);
        onChange(model.drift(), this::repaint);
        onChange(model.selection(), this::repaintOverlay);
        onChange(model.lit(), this::repaintOverlay);
        onChange(model.troubles(), this::repaintOverlay);
        onChange(model.dots(), this::repaintOverlay);
        onChange(board.told(), this::repaintOverlay);
        board.fresh().subscribe(path -> path.ifPresent(writer::open));
        onChange(board.hovered(), this::repaintOverlay);
        onChange(board.focused(), this::repaintOverlay);
        onChange(board.gesture(), this::repaintOverlay);
        onChange(model.tool(), this::repaintOverlay);
        onChange(board.pointer(), () -> {
            if (ToolHint.has(model.tool().get())) {
                repaintOverlay();
            }
        });
        Speech speech = new Speech(board);
        accessibleRoleDescriptionProperty().bind(board.text().map(words -> words.say("role")));
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> board.told().get().isEmpty()
                                ? speech.of(board.focused().get())
                                : board.told().get(),
                        board.told(),
                        board.focused(),
                        board.text(),
                        model.drawing(),
                        model.health(),
                        model.selection()));
    }

    private static void onChange(ObservableValue<?> value, Runnable action) {
        value.addListener((v, was, is) -> action.run());
    }

    /** The colours; may be changed at any time. */
    public ObjectProperty<CanvasStyle> look() {
        return board.style();
    }

    /** The words; may be changed at any time. */
    public ObjectProperty<CanvasText> text() {
        return board.text();
    }

    /** How the drawing lies in the pane. */
    public ObjectProperty<View> view() {
        return board.view();
    }

    /** Shows the whole drawing, as large as is sensible. */
    public void fit() {
        kept = whole();
        show(kept);
    }

    /** Shows what is chosen, or the whole drawing where nothing is, as large as is sensible. */
    public void fitSelection() {
        board.model().selection().get().stream()
                .flatMap(path -> board.extent(path).stream())
                .reduce(Rect::union)
                .ifPresentOrElse(
                        r -> board.view()
                                .set(View.fitting(r.grown(AROUND), getWidth(), getHeight(), FIT_MARGIN, fitMost)),
                        this::fit);
    }

    /** Has the view's middle there, as large as things are. */
    void lookAt(Pt world) {
        Pt now = board.view().get().toScreen(world);
        board.view().set(board.view().get().panned(getWidth() / 2 - now.x(), getHeight() / 2 - now.y()));
    }

    /** Shows or hides the drawing in the corner. */
    public void toggleMap() {
        map.toggle();
    }

    /** The same with the next pulse: an event does not wait until a large drawing is laid out. */
    private void fitSoon() {
        fitting = true;
        requestLayout();
    }

    /** Brings what is at {@code path} into view, where it is not, and makes it the thing that keys act on. */
    public void reveal(String path) {
        board.anchor(path).ifPresent(at -> {
            board.focused().set(Optional.of(path));
            Rect around = board.scene().frame(path).map(f -> f.rect()).orElse(new Rect(at.x(), at.y(), 1, 1));
            View now = board.view().get();
            if (!now.visible(getWidth(), getHeight()).contains(around)) {
                lookAt(at);
            }
        });
    }

    /** Shows the whole drawing as large as a class wants it, or as large as a hand that draws does. */
    public void readFromAfar(boolean is) {
        fitMost = is ? FIT_AFAR : FIT_MOST;
        fit();
    }

    /** Whether the view is the one that shows all of the drawing: no hand has chosen another. */
    boolean isFitted() {
        return board.view().get().equals(fitted);
    }

    /** Gives the boxes that are chosen better places, or all of them. */
    public void arrange() {
        tidying.tidy();
    }

    /** Whether things jump to their new places instead of gliding there. */
    public BooleanProperty still() {
        return tidying.still();
    }

    private Rect whole() {
        return board.scene().frames().isEmpty() ? SHEET : board.scene().bounds();
    }

    private void show(Rect all) {
        fitted = View.fitting(all, getWidth(), getHeight(), FIT_MARGIN, fitMost);
        board.view().set(fitted);
    }

    /**
     * What is drawn stays where the user sees it, and as large, as long as all of it shows; otherwise, and in a pane of
     * another size, all is brought into view. Never under a hand that is dragging, or against one that chose the view.
     */
    private void keepInView(boolean resized) {
        boolean mayTurn = board.gesture().get().isEmpty() && board.view().get().equals(fitted) && getWidth() > 0;
        if (!mayTurn) {
            return;
        }
        Rect all = board.scene().frames().isEmpty() ? kept : board.scene().bounds();
        if (resized || !board.view().get().visible(getWidth(), getHeight()).contains(all)) {
            kept = kept.union(all);
            show(kept);
        }
    }

    /** Zooms by {@code factor} about the middle of the pane. */
    public void zoom(double factor) {
        zoomAt(new Pt(getWidth() / 2, getHeight() / 2), factor);
    }

    void zoomAt(Pt screen, double factor) {
        board.view().set(board.view().get().zoomed(screen, factor));
    }

    void repaint() {
        baseStale = true;
        repaintOverlay();
    }

    void repaintOverlay() {
        overlayStale = true;
        requestLayout();
    }

    /** What takes long on a large drawing is done here, within the pulse, not while an event waits. */
    private void layOut() {
        board.scene();
        if (fitting) {
            fitting = false;
            fit();
        }
        if (board.gesture().get().isEmpty()) {
            board.hits();
        }
    }

    /** Painting waits for the pulse, so that many changes between two frames are painted once. */
    @Override
    protected void layoutChildren() {
        hint.resizeRelocate(0, 0, getWidth(), getHeight());
        if (base.getWidth() != getWidth() || base.getHeight() != getHeight()) {
            for (Canvas c : new Canvas[] {base, overlay}) {
                c.setWidth(getWidth());
                c.setHeight(getHeight());
            }
            board.resized(getWidth(), getHeight());
            keepInView(true);
            repaint();
        }
        layOut();
        if (baseStale) {
            baseStale = false;
            basePainter.paint(paper, base.getWidth(), base.getHeight());
        }
        if (overlayStale) {
            overlayStale = false;
            overlayPainter.paint();
        }
        double wide = note.prefWidth(-1);
        note.resizeRelocate((getWidth() - wide) / 2, MiniMap.MARGIN, wide, note.prefHeight(-1));
        map.resizeRelocate(
                getWidth() - map.prefWidth(-1) - MiniMap.MARGIN,
                getHeight() - map.prefHeight(-1) - MiniMap.MARGIN,
                map.prefWidth(-1),
                map.prefHeight(-1));
        map.refresh();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 900;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 600;
    }
}
