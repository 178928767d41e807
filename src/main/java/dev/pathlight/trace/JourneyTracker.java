package dev.pathlight.trace;

/** Recognises one packet at several interfaces. */
public final class JourneyTracker {}
