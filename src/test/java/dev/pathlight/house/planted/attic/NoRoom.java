package dev.pathlight.house.planted.attic;

/** Wrong: the house has no attic. */
final class NoRoom {}
