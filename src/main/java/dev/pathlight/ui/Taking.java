package dev.pathlight.ui;

import dev.pathlight.view.Problem;
import java.util.Optional;

/** What becomes of text that somebody types. */
interface Taking {
    /** What is wrong with {@code text}; changes nothing. */
    Optional<Problem> mistake(String text);

    /** Changes what {@code text} asks for; where that is nothing sensible, nothing changes and the problem is told. */
    Optional<Problem> take(String text);

    void undo();

    void redo();
}
