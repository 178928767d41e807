package dev.pathlight.house.planted.machine;

/** Innocent: stands where it may. */
public final class Door {}
