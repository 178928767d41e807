package dev.pathlight.house.planted.machine;

/** Wrong: its name says nothing. */
final class ThingManager {}
