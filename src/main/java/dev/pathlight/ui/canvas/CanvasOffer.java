package dev.pathlight.ui.canvas;

import java.util.Locale;
import java.util.function.Function;

/**
 * Something that can be done at one thing on the drawing.
 *
 * @param called how it is called, by language
 * @param detail where it is done, or why it cannot be, by language
 */
public record CanvasOffer(Function<Locale, String> called, Function<Locale, String> detail, Runnable deed) {}
