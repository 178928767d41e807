package dev.pathlight.ui;

import dev.pathlight.topology.Drawing;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person's hands on the palette, the drawing and the inspector: real presses and keys, nothing else. */
final class Hands {
    private static final int TURNS = 120;

    private final Walk walk;
    private final FxRobot robot;

    Hands(Walk walk, FxRobot robot) {
        this.walk = walk;
        this.robot = robot;
    }

    /** Drags a tool out of the palette onto a point of the screen; what it places is selected then. */
    void place(String tool, Point2D to) {
        Drawing before = walk.drawing();
        robot.drag("#tool-" + tool).dropTo(to);
        walk.await(tool + " was placed", () -> !walk.drawing().equals(before));
    }

    /** The same with one of those that the arrow beside its family's place shows. */
    void place(String family, String tool, Point2D to) {
        robot.clickOn("#more-" + family);
        walk.await(
                tool + " is offered",
                () -> robot.lookup("#tool-" + tool).tryQuery().isPresent());
        place(tool, to);
    }

    /** Into a box of the drawing: {@code x} and {@code y} from 0, left and top, to 1. */
    void place(String tool, String inside, double x, double y) {
        Bounds b = walk.boundsOnScreen(inside);
        place(tool, new Point2D(b.getMinX() + x * b.getWidth(), b.getMinY() + y * b.getHeight()));
    }

    /** Draws a line from one thing to another with a tool. */
    void line(String tool, Point2D from, Point2D to) {
        robot.clickOn("#tool-" + tool);
        robot.drag(from.getX(), from.getY(), MouseButton.PRIMARY).dropTo(to.getX(), to.getY());
    }

    /** A cable, or a NIC in a LAN. */
    void cable(Point2D from, Point2D to) {
        Drawing before = walk.drawing();
        line("cable", from, to);
        walk.await("it is plugged in", () -> !walk.drawing().equals(before));
        robot.clickOn("#tool-select");
    }

    /** Near a node's name, where nothing else of it stands. */
    Point2D corner(String node) {
        Bounds b = walk.boundsOnScreen(node);
        return new Point2D(b.getMinX() + 30, b.getMinY() + 10);
    }

    void click(Point2D at) {
        robot.clickOn(at);
    }

    /** Types over what stands in a field of the inspector, and takes it with Enter. */
    void type(String field, String text) {
        clear(field);
        keys(text);
        take(field, KeyCode.ENTER);
    }

    /** The same in a field of several lines, where Enter alone begins the next one. */
    void write(String field, String text) {
        clear(field);
        keys(text);
        take(field, KeyCode.CONTROL, KeyCode.ENTER);
    }

    /** Types into the empty field behind the last of several lines. */
    void add(String field, String text) {
        robot.clickOn(reach(field));
        keys(text);
        take(field, KeyCode.ENTER);
    }

    private void clear(String field) {
        robot.clickOn(reach(field)).push(KeyCode.CONTROL, KeyCode.A);
    }

    private void take(String field, KeyCode... keys) {
        robot.push(keys);
        String wrong = robot.lookup(field + "-mistake")
                .<Labeled>tryQuery()
                .map(Labeled::getText)
                .orElse("");
        if (!wrong.isEmpty()) {
            throw new AssertionError(field + " does not take what was typed: " + wrong);
        }
    }

    /** As {@link FxRobot#write}, which rests after each letter. */
    private void keys(String text) {
        Scene scene = walk.scene();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(c -> robot.robotContext().getBaseRobot().typeKeyboard(scene, KeyCode.UNDEFINED, c));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(String button) {
        robot.clickOn(reach(button));
    }

    /** A row of the inspector; the wheel is turned over it until the row is seen. */
    private Node reach(String id) {
        walk.await(id + " is there", () -> robot.lookup(id).tryQuery().isPresent());
        Node form = robot.lookup(".inspector").query();
        while (!(form instanceof ScrollPane)) {
            form = form.getParent();
        }
        for (int turn = 0; turn < TURNS; turn++) {
            Node row = robot.lookup(id).query();
            Bounds seen = form.localToScreen(form.getBoundsInLocal());
            Bounds at = row.localToScreen(row.getBoundsInLocal());
            if (at.getMinY() >= seen.getMinY() && at.getMaxY() <= seen.getMaxY()) {
                return row;
            }
            robot.moveTo(form);
            robot.scroll(2, at.getMinY() < seen.getMinY() ? VerticalDirection.UP : VerticalDirection.DOWN);
        }
        throw new AssertionError(id + " cannot be scrolled to");
    }

    String typed(String field) {
        return robot.lookup(field)
                .<TextInputControl>tryQuery()
                .map(TextInputControl::getText)
                .orElse("");
    }
}
