package dev.pathlight.view.scene;

import java.util.List;
import java.util.Optional;

/**
 * A box on the drawing.
 *
 * @param path what it stands for; a node and its {@link Kind#KERNEL} bar share the node's path
 * @param parent the path of the box it stands in
 * @param title the large line
 * @param details smaller lines below it
 * @param hollow whether other boxes stand in it
 */
public record Frame(
        String path,
        Kind kind,
        Rect rect,
        Optional<String> parent,
        String title,
        List<String> details,
        boolean hollow) {
    /** In the order in which they are painted. */
    public enum Kind {
        NODE,
        /** A frame with a title around other boxes. */
        GROUP,
        LAN,
        SPACE,
        /** A node's root namespace, where it routes. */
        KERNEL,
        BRIDGE,
        /** A process group in a namespace. */
        CONTAINER,
        /** A namespace's lo, drawn where containers talk over it. */
        LOOPBACK,
        NOTE,
        /** A note whose words stand right on the drawing. */
        TEXT
    }

    /** The height of a group's title line. */
    public static final double GROUP_TITLE = 40;

    public Frame {
        details = List.copyOf(details);
    }

    /** Whether it is a flat bar whose ports stand on its long sides only. */
    public boolean isBar() {
        return kind == Kind.BRIDGE || kind == Kind.KERNEL || kind == Kind.LAN;
    }

    /** The height at which packets pass through, clear of what is written there. */
    public double lane() {
        return switch (kind) {
            case BRIDGE, KERNEL, LAN -> rect.y() + Math.min(26, rect.height() / 2);
            case SPACE -> rect.bottom() - Math.min(16, rect.height() / 2);
            case NODE, GROUP, NOTE, TEXT, CONTAINER, LOOPBACK -> rect.cy();
        };
    }

    /** The height at which the title of a bar stands. */
    public double titleLine() {
        return isBar() ? rect.bottom() - Math.min(31, rect.height() / 2) : rect.cy();
    }

    /** Where a group can be seized: its title and its edges; what lies in it is not in the way of the rest. */
    public List<Rect> handles() {
        if (kind != Kind.GROUP) {
            return List.of(rect);
        }
        double d = 8;
        return List.of(
                new Rect(rect.x(), rect.y(), rect.width(), Math.min(GROUP_TITLE, rect.height())),
                new Rect(rect.x() - d, rect.y(), 2 * d, rect.height()),
                new Rect(rect.right() - d, rect.y(), 2 * d, rect.height()),
                new Rect(rect.x(), rect.bottom() - d, rect.width(), 2 * d));
    }

    /** Whether it is words about the drawing, which nothing is drawn around. */
    public boolean isRemark() {
        return kind == Kind.NOTE || kind == Kind.TEXT;
    }

    /** Whether the layout can hold its place. */
    public boolean isPlaceable() {
        return kind != Kind.KERNEL && kind != Kind.CONTAINER && kind != Kind.LOOPBACK;
    }
}
