package dev.pathlight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * What of a window's words cannot be read: words painted shorter than they are, words that stick out of what they stand in, and
 * words over other words. What lies outside a part that scrolls is not looked at, for it can be scrolled to. What the canvas
 * paints has no nodes and is looked at by tests of its own.
 */
final class Misfits {
    /** What may be shortened, by id or its beginning, because it may be of any length and is said whole where it says. */
    private static final Map<String, String> MAY_BE_CUT = Map.of(
            "file-name", "its tooltip",
            "journeys", "a line's tooltip, and the caption once it is played",
            "write-steps", "the title's field below, and the list that it opens",
            "write-sight-", "the sentence above the blanks");

    /** A line's box is higher than its letters, px: two lines may touch that much. */
    private static final double TOUCH = 3;

    private final List<String> found = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();

    /** Words and where they are painted in the window, px. */
    private record Words(String text, Node at, Bounds box) {
        boolean over(Words other) {
            return Math.min(box.getMaxX(), other.box.getMaxX()) - Math.max(box.getMinX(), other.box.getMinX()) > TOUCH
                    && Math.min(box.getMaxY(), other.box.getMaxY()) - Math.max(box.getMinY(), other.box.getMinY())
                            > TOUCH;
        }
    }

    private Misfits() {}

    /** On the window's thread: one line for each; none where all can be read. */
    static List<String> of(Scene scene) {
        Misfits misfits = new Misfits();
        Parent root = scene.getRoot();
        Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
        // What lies over the work hides it: each layer is looked at on its own, its words are not over those below.
        for (Node layer : root.getChildrenUnmodifiable()) {
            misfits.words.clear();
            misfits.look(layer, window, window);
            misfits.overlaps();
        }
        return misfits.found;
    }

    /**
     * @param seen where something is to be seen, because what holds it scrolls
     * @param kept where something must be
     */
    private void look(Node n, Bounds seen, Bounds kept) {
        if (!n.isVisible() || n.getOpacity() == 0) {
            return;
        }
        if (n instanceof Text t) {
            text(t, seen, kept);
            return;
        }
        if (n instanceof Labeled l && l.getSkin() != null) {
            cut(l, seen);
        }
        if (n instanceof TextInputControl f) {
            prompt(f);
            return;
        }
        Bounds s = seen;
        Bounds k = kept;
        if (n instanceof ScrollPane || n.getStyleClass().contains("clipped-container")) {
            s = shared(seen, n.localToScene(n.getLayoutBounds()));
            k = new BoundingBox(-1e6, -1e6, 2e6, 2e6);
        } else if (n.getClip() instanceof Rectangle clip) {
            k = shared(kept, n.localToScene(clip.getBoundsInParent()));
        }
        if (n instanceof ButtonBase) {
            // Nothing would cut what does not fit into a card: it would lie over what stands below.
            k = shared(k, n.localToScene(n.getLayoutBounds()));
        }
        if (n instanceof Parent p) {
            for (Node c : p.getChildrenUnmodifiable()) {
                look(c, s, k);
            }
        }
    }

    private void cut(Labeled l, Bounds seen) {
        String whole = l.getText() == null ? "" : l.getText();
        for (Node c : l.getChildrenUnmodifiable()) {
            if (c instanceof Text t
                    && t.isVisible()
                    && inside(l, seen)
                    && !t.getText().equals(whole)
                    && t.getText().contains(l.getEllipsisString())
                    && !(whole.contains(l.getEllipsisString()) && !t.getText().endsWith(l.getEllipsisString()))
                    && !may(l)) {
                found.add("“" + whole + "” is cut to “" + t.getText() + "”: " + where(l));
            }
        }
    }

    private static boolean inside(Node n, Bounds seen) {
        return seen.contains(n.localToScene(n.getLayoutBounds()));
    }

    private void text(Text t, Bounds seen, Bounds kept) {
        if (t.getText().isBlank()) {
            return;
        }
        Bounds box = t.localToScene(t.getLayoutBounds());
        if (!seen.contains(box)) {
            return;
        }
        if (box.getMinX() < kept.getMinX() - 1
                || box.getMaxX() > kept.getMaxX() + 1
                || box.getMinY() < kept.getMinY() - TOUCH
                || box.getMaxY() > kept.getMaxY() + TOUCH) {
            found.add("“" + t.getText() + "” sticks out: " + where(t));
        }
        words.add(new Words(t.getText(), t, box));
    }

    /** What an empty field says must fit into it. */
    private void prompt(TextInputControl f) {
        String says = f.getPromptText();
        if (f.getText() != null && !f.getText().isEmpty() || says == null || says.isBlank()) {
            return;
        }
        Text measured = new Text(says);
        measured.setFont(f.getFont());
        double room = f.getWidth() - f.snappedLeftInset() - f.snappedRightInset();
        if (f instanceof TextField && !may(f) && measured.getLayoutBounds().getWidth() > room + 1) {
            found.add("“" + says + "” does not fit its field: " + where(f));
        }
    }

    private void overlaps() {
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (words.get(i).over(words.get(j))) {
                    found.add("“" + words.get(j).text + "” and “" + words.get(i).text + "” lie over each other: "
                            + where(words.get(j).at) + " and " + where(words.get(i).at));
                }
            }
        }
    }

    private static boolean may(Node n) {
        for (Node p = n; p != null; p = p.getParent()) {
            String id = p.getId() == null ? "" : p.getId();
            if (MAY_BE_CUT.keySet().stream().anyMatch(id::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private static String where(Node n) {
        StringBuilder path = new StringBuilder();
        int up = 0;
        for (Node p = n; p != null && up < 5; p = p.getParent(), up++) {
            String id = p.getId() == null ? "" : "#" + p.getId();
            path.insert(0, "/" + p.getClass().getSimpleName() + id + "." + String.join(".", p.getStyleClass()));
        }
        Bounds b = n.localToScene(n.getLayoutBounds());
        return path + " at %.0f,%.0f %.0f×%.0f".formatted(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight());
    }

    private static Bounds shared(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }
}
