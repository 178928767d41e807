package dev.pathlight.ui.canvas;

import java.util.function.BooleanSupplier;

/**
 * Something that can be done with the drawing or with what is selected on it.
 *
 * @param phrase what it is called in {@code canvas.properties}; undo shows the same words
 * @param keys as {@link javafx.scene.input.KeyCombination#valueOf} reads them, or ""
 * @param section the part of the menu it stands in, or "" for the menu itself
 * @param possible whether it would do anything now
 */
public record CanvasAction(String phrase, String keys, String section, BooleanSupplier possible, Runnable deed) {}
