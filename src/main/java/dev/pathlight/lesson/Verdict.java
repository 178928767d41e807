package dev.pathlight.lesson;

import dev.pathlight.topology.Sentence;

/**
 * Whether an observation holds.
 *
 * @param seen what was seen: the packet or the row it holds by, or what there is instead
 */
public record Verdict(boolean holds, Sentence seen) {}
