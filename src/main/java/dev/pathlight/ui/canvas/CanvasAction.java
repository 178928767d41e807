package dev.pathlight.ui.canvas;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something that can be done with the drawing or with what is selected on it.
 *
 * @param phrase what it is called in {@code canvas.properties}; undo shows the same words
 * @param keys as {@link KeyCombination#valueOf} reads them, or ""
 * @param part where it belongs, and what has to be selected for it
 * @param possible whether it would do anything now
 */
public record CanvasAction(String phrase, String keys, Part part, BooleanSupplier possible, Runnable deed) {
    /**
     * @param menu the part of the menu it stands in, or "" for the menu itself
     * @param needs the phrase that says what it is done with, for whoever has selected something else
     */
    public record Part(String menu, String needs) {}

    public boolean isPossible() {
        return possible.getAsBoolean();
    }

    /** What to press, as written on the keys; "" where it has no key. */
    public String keysText() {
        return keys.contains("+")
                ? KeyCombination.valueOf(keys).getDisplayText().replace("↵", "Enter")
                : keys;
    }
}
