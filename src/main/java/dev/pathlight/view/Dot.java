package dev.pathlight.view;

import dev.pathlight.trace.Journey;

/**
 * A packet on its way over the canvas: between hop {@code from} and hop {@code to} (indexes in the journey's hops; equal
 * when it rests), {@code fraction} 0..1 of the way.
 */
public record Dot(Journey journey, int from, int to, double fraction) {}
