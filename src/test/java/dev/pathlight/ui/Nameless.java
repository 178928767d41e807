package dev.pathlight.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever takes the keys or a click and has no name by which a screen reader could call it. */
final class Nameless {
    /** Nothing by themselves: a click beside what they hold puts it away. */
    private static final Set<String> BESIDE = Set.of("keys-scroll", "finder-scrim", "finder-card");
    /** What the toolkit's own controls are made of speaks through them. */
    private static final List<String> TOOLKIT = List.of("javafx.scene.control.skin.", "com.sun.javafx.", "org.fxmisc.");

    private final Set<String> found = new TreeSet<>();
    private final Set<Node> labelled = new LinkedHashSet<>();
    private int named;

    private Nameless() {}

    /** In all windows that are open now. */
    static Set<String> anywhere() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Set<String> all = new TreeSet<>();
            List.copyOf(Window.getWindows())
                    .forEach(w -> all.addAll(in(w.getScene().getRoot())));
            return all;
        });
    }

    /** On the window's thread. */
    static Set<String> in(Parent root) {
        Nameless n = new Nameless();
        n.labels(root);
        n.look(root, "");
        if (n.found.isEmpty() && n.named == 0) {
            n.found.add("nothing at all has a name in " + root);
        }
        return n.found;
    }

    private void labels(Node node) {
        if (node instanceof Label l && l.getLabelFor() != null) {
            labelled.add(l.getLabelFor());
        }
        if (node instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(this::labels);
        }
    }

    private void look(Node node, String way) {
        if (!node.isVisible()) {
            return;
        }
        String here = way + "/" + called(node);
        if (wantsName(node)) {
            if (hasName(node)) {
                named++;
            } else {
                found.add(here);
            }
        }
        if (node instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(c -> look(c, here));
        }
    }

    private static boolean wantsName(Node node) {
        if (isMenuLine(node) || node instanceof ListCell<?> line && !line.isEmpty()) {
            return true;
        }
        if (isToolkits(node) || node.getStyleClass().stream().anyMatch(BESIDE::contains)) {
            return false;
        }
        boolean clicked =
                (node.getOnMouseClicked() != null || node.getOnMousePressed() != null) && !isControls(node.getParent());
        // Of a table's row, the cells speak.
        return node.isFocusTraversable() || clicked && !(node instanceof IndexedCell<?>);
    }

    private static boolean isToolkits(Node node) {
        return TOOLKIT.stream().anyMatch(node.getClass().getName()::startsWith);
    }

    private static boolean isControls(@Nullable Node node) {
        return node != null
                && (isToolkits(node) || node.getClass().getPackageName().equals("javafx.scene.control"));
    }

    /** The line of a menu, of which the toolkit says the words. */
    private static boolean isMenuLine(Node node) {
        return node.getClass().getSimpleName().equals("MenuItemContainer");
    }

    private boolean hasName(Node node) {
        if (isMenuLine(node)) {
            return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String s && !s.isBlank();
        }
        String said = Objects.requireNonNullElse(node.getAccessibleText(), "");
        String written = node instanceof Labeled l ? Objects.requireNonNullElse(l.getText(), "") : "";
        return !said.isBlank() || !written.isBlank() || labelled.contains(node);
    }

    private static String called(Node node) {
        String id = node.getId() == null ? "" : "#" + node.getId();
        return node instanceof Control || !id.isEmpty()
                ? node.getClass().getSimpleName() + id + node.getStyleClass()
                : node.getClass().getSimpleName();
    }
}
