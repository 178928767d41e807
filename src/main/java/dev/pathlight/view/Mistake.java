package dev.pathlight.view;

/**
 * Why a text that is typed is not on the drawing.
 *
 * @param line from 1; 0 when the text as a whole is meant; {@code column} likewise
 * @param insist whether it can be put there all the same
 */
public record Mistake(int line, int column, String what, String todo, boolean insist) {}
