package dev.pathlight.topology;

/** A remark on the drawing; its {@code id} places it in the layout. Text is plain, in several languages. */
public record Note(Name id, Texts text) {}
