package dev.pathlight.cli;

/** The command line. */
public final class Pathlight {}
