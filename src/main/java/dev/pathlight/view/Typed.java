package dev.pathlight.view;

import dev.pathlight.topology.Edit;

/** What typed text comes to: an edit, or what is wrong with it. */
public sealed interface Typed {
    record Meant(Edit edit) implements Typed {}

    record Mistaken(Problem problem) implements Typed {}
}
