package dev.pathlight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/**
 * Measures every text and icon that is shown below a node against what lies behind it, as WCAG 2.2 defines contrast (1.4.3,
 * 1.4.6, 1.4.11). What is disabled is left out, as there. The window's thread only.
 */
final class Contrasts {
    private final double text;
    private final double mark;
    private final SequencedSet<String> found;

    /**
     * @param text the least contrast of a text, in : 1
     * @param mark of an icon
     * @param found gets those that have less
     */
    Contrasts(double text, double mark, SequencedSet<String> found) {
        this.text = text;
        this.mark = mark;
        this.found = found;
    }

    /** How many texts and icons were measured below {@code n}. */
    int measure(Node n) {
        if (!n.isVisible() || n.isDisabled() || n.getOpacity() == 0) {
            return 0;
        }
        int measured = 0;
        if (n instanceof Text t && !t.getText().isBlank() && t.getFill() instanceof Color c) {
            check(t, c, text, "“" + t.getText() + "”");
            measured++;
        } else if (n instanceof Shape s && s.getParent() instanceof OwnIcon && s.getStroke() instanceof Color c) {
            check(s, c, mark, "icon");
            measured++;
        }
        if (n instanceof Parent p) {
            for (Node child : p.getChildrenUnmodifiable()) {
                measured += measure(child);
            }
        }
        return measured;
    }

    private void check(Node n, Color colour, double least, String what) {
        Color behind = behind(n);
        double alpha = opacity(n) * colour.getOpacity();
        Color seen = over(behind, colour, alpha);
        double ratio = ratio(seen, behind);
        if (ratio < least) {
            found.add(
                    String.format(Locale.ROOT, "%s %s on %s is %.2f : 1, in %s", what, seen, behind, ratio, place(n)));
        }
    }

    private static String place(Node n) {
        List<String> classes = new ArrayList<>();
        for (Node at = n; at != null && classes.size() < 5; at = at.getParent()) {
            if (!at.getStyleClass().isEmpty()) {
                classes.add(String.join(".", at.getStyleClass()));
            }
        }
        return String.join(" < ", classes);
    }

    /** What its ancestors paint where it stands, the farthest first. */
    private static Color behind(Node n) {
        List<Region> regions = new ArrayList<>();
        for (Parent p = n.getParent(); p != null; p = p.getParent()) {
            if (p instanceof Region r && r.getBackground() != null) {
                regions.addFirst(r);
            }
        }
        Color sum = n.getScene().getFill() instanceof Color c && c.getOpacity() > 0 ? c : Color.WHITE;
        Bounds here = n.localToScene(n.getBoundsInLocal());
        Point2D middle = new Point2D(here.getCenterX(), here.getCenterY());
        for (Region r : regions) {
            for (BackgroundFill fill : r.getBackground().getFills()) {
                if (fill.getFill() instanceof Color c && isBehind(r, fill, r.sceneToLocal(middle))) {
                    sum = over(sum, c, opacity(r) * c.getOpacity());
                }
            }
        }
        return sum;
    }

    /** What is scrolled out of sight lies, once it is in sight, within what is around it. */
    private static boolean isBehind(Region r, BackgroundFill fill, Point2D at) {
        return area(r, fill).contains(at) || !r.getLayoutBounds().contains(at);
    }

    private static Bounds area(Region r, BackgroundFill fill) {
        Insets in = fill.getInsets();
        return new BoundingBox(
                in.getLeft(),
                in.getTop(),
                r.getWidth() - in.getLeft() - in.getRight(),
                r.getHeight() - in.getTop() - in.getBottom());
    }

    private static double opacity(Node n) {
        double all = 1;
        for (Node at = n; at != null; at = at.getParent()) {
            all *= at.getOpacity();
        }
        return all;
    }

    private static Color over(Color below, Color above, double alpha) {
        Color opaque = Color.color(above.getRed(), above.getGreen(), above.getBlue());
        return below.interpolate(opaque, alpha);
    }

    static double ratio(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
