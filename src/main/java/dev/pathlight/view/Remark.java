package dev.pathlight.view;

/** Something found wrong with the drawing, and where that is written in its file: line and column from 1. */
public record Remark(int line, int column, Trouble trouble) {}
