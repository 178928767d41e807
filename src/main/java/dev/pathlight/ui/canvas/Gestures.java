package dev.pathlight.ui.canvas;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Turns mouse events into the gesture that the tool, the button and what is pressed on ask for. */
final class Gestures {
    private final Board board;
    private final CanvasPane pane;
    private boolean spaceDown;
    /** False while the last click was on what stood here before this drawing: its second half is not for us. */
    private boolean began;

    Gestures(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(pointer(e)));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, e -> {
            board.hovered().set(Optional.empty());
            board.pointer().set(Optional.empty());
        });
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        board.model().drawings().addListener((v, was, is) -> began = false);
    }

    /** While the space bar is held, dragging pans whatever is under the pointer. */
    void space(boolean down) {
        spaceDown = down;
    }

    /** Escape. */
    void cancel() {
        board.gesture().get().ifPresent(Gesture::cancel);
        board.gesture().set(Optional.empty());
    }

    Pointer pointer(MouseEvent e) {
        Pt screen = new Pt(e.getX(), e.getY());
        boolean shift = e.isShiftDown() || e.isShortcutDown();
        return new Pointer(screen, board.view().get().toWorld(screen), board.hit(screen), shift, false);
    }

    private void press(MouseEvent e) {
        pane.requestFocus();
        board.say("");
        began |= e.getClickCount() < 2;
        Pointer p = pointer(e);
        if (!began) {
            board.gesture().set(Optional.empty());
        } else if (e.getButton() == MouseButton.MIDDLE || e.getButton() == MouseButton.PRIMARY && spaceDown) {
            board.gesture().set(Optional.of(new Pan(board, p.screen(), false)));
        } else if (e.getButton() == MouseButton.PRIMARY) {
            board.gesture().set(Optional.of(begin(p)));
        }
        e.consume();
    }

    private Gesture begin(Pointer p) {
        Tool tool = board.model().tool().get();
        return switch (tool.family()) {
            case SELECT ->
                ForwardSwitch.hit(board, p.world())
                        .<Gesture>map(t -> turn(t, p))
                        .or(() -> PingHandle.hit(board, p.world()).map(from -> new Pinging(board, from, p)))
                        .orElseGet(() -> select(p));
            case NODE, NAMESPACE, CONTAINER, BRIDGE, LINK, NOTE -> new Placing(board, tool, p.world());
            case CABLE ->
                p.hit()
                        .filter(h -> !(h instanceof Hit.OnWire))
                        .<Gesture>map(h -> new Joining(board, h, p))
                        .orElseGet(() -> new Pan(board, p.screen(), false));
            case PING ->
                p.hit()
                        .flatMap(Pinging::space)
                        .<Gesture>map(from -> new Pinging(board, from, p))
                        .orElseGet(() -> new Pan(board, p.screen(), false));
        };
    }

    /** A click on a switch turns it; a drag from there moves nothing but the view. */
    private Gesture turn(ForwardSwitch.Turn turn, Pointer p) {
        board.model().intents().forward(turn.space(), turn.on());
        return new Pan(board, p.screen(), false);
    }

    private Gesture select(Pointer p) {
        if (p.shift()) {
            return new Marquee(board, p);
        }
        if (p.hit().isEmpty()) {
            return new Pan(board, p.screen(), true);
        }
        String path = p.hit().get().path();
        Set<String> selection = board.model().selection().get();
        if (!selection.contains(path)) {
            board.model().selection().set(Set.of(path));
        }
        board.focused().set(Optional.of(path));
        Optional<SpaceId> container = Pinging.containerAt(p);
        if (container.isPresent()) {
            // Its namespace arranges it; drawn to another, it talks to that.
            return new Pinging(board, container.get(), p);
        }
        if (p.hit().get() instanceof Hit.OnPort on) {
            return new Patching(board, on.port(), p);
        }
        boolean frame = p.hit().get() instanceof Hit.OnFrame;
        return frame
                ? new Arrange(board, p.world(), board.model().selection().get())
                : new Pan(board, p.screen(), false);
    }

    private void drag(MouseEvent e) {
        Pointer p = pointer(e);
        hover(p);
        board.gesture().get().ifPresent(g -> g.drag(p));
        pane.repaintOverlay();
    }

    private void release(MouseEvent e) {
        Pointer p = pointer(e);
        Optional<Gesture> done = board.gesture().get();
        board.gesture().set(Optional.empty());
        done.ifPresent(g -> g.release(p));
    }

    private void hover(Pointer p) {
        // The ping handle sticks out of its box: over it the box stays hovered, lest the handle vanish.
        if (board.gesture().get().isPresent()
                || PingHandle.hit(board, p.world()).isEmpty()) {
            board.hovered().set(p.hit().map(Hit::path));
        }
        board.pointer().set(Optional.of(p.screen()));
        pane.setCursor(cursor(p));
    }

    private Cursor cursor(Pointer p) {
        if (spaceDown || board.gesture().get().filter(Pan.class::isInstance).isPresent()) {
            return Cursor.MOVE;
        }
        return switch (board.model().tool().get().family()) {
            case CABLE, PING, NODE, NAMESPACE, CONTAINER, BRIDGE, LINK, NOTE -> Cursor.CROSSHAIR;
            case SELECT ->
                p.hit().isPresent() || PingHandle.hit(board, p.world()).isPresent() ? Cursor.HAND : Cursor.DEFAULT;
        };
    }

    private void click(MouseEvent e) {
        boolean twice = began && e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2;
        if (twice && board.model().tool().get() == Tool.SELECT) {
            pointer(e).hit().map(Hit::path).ifPresent(this::open);
        }
    }

    /** Words are written; what runs is entered; what does not, or has no inside, shows its properties. */
    private void open(String path) {
        if (pane.write(path)) {
            return;
        }
        CanvasModel.Intents intents = board.model().intents();
        if (intents.enters(path)) {
            intents.enter(path);
        } else {
            intents.inspect(path);
        }
    }
}
