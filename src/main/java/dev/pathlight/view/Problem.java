package dev.pathlight.view;

/** What went wrong, in the one shape the user sees: what happened, why, what to do next. Each is a sentence. */
public record Problem(String what, String why, String todo) {}
