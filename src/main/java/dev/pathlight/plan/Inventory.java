package dev.pathlight.plan;

/** What already exists on the machine. Empty for a new sandbox. */
public record Inventory() {
    public static final Inventory EMPTY = new Inventory();
}
