package dev.pathlight.machine;

/** A program's end: exit code (128 + signal when killed, 124 when out of time) and what it printed. */
public record ExecResult(int exitCode, String stdout, String stderr) {}
