package dev.pathlight.view.scene;

import java.util.List;

/**
 * What is written at an interface.
 *
 * @param port the interface's path
 * @param rect its place, the padding included; overlaps no other label's
 * @param name the interface's name: the first line
 * @param addresses the lines below
 */
public record Label(String port, Rect rect, String name, List<String> addresses) {
    /** Between the text and the label's edge. */
    public static final double PADDING = 5;

    public Label {
        addresses = List.copyOf(addresses);
    }
}
