package dev.pathlight.ui;

/** The window. */
public final class MainWindow {}
