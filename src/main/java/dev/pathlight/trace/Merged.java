package dev.pathlight.trace;

/** A journey that was told turned out to be a part of another one: {@code id} is no more, see {@code into}. */
public record Merged(long id, long into) {}
