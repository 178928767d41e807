package dev.pathlight.view;

/** Everything the screen knows. */
public final class Workbench {}
