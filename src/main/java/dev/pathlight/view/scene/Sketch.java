package dev.pathlight.view.scene;

import java.util.List;
import java.util.Optional;

/**
 * What a layout is asked to place: boxes within boxes, and the lines that join them.
 *
 * @param boxes a box that encloses others comes before them
 */
record Sketch(List<Box> boxes, List<Line> lines) {
    /**
     * A box and the least size it needs.
     *
     * @param parent the path of the box it stands in
     * @param title the height that what it encloses must leave free at its top
     * @param foot the same at its bottom
     */
    record Box(String path, Optional<String> parent, double width, double height, double title, double foot) {}

    /** A line and the boxes it joins; {@code from} stands before or above {@code to}. */
    record Line(End from, End to) {}

    /** Where a line ends: a box's path, and how much of the box's side what is written there takes. */
    record End(String box, double room) {}

    /** Which way lines lead. */
    enum Flow {
        DOWN,
        RIGHT
    }

    Sketch {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }
}
