package dev.pathlight.ui;

import dev.pathlight.view.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** What becomes of text that somebody types. */
interface Taking {
    /** What is wrong with {@code text}; changes nothing. */
    Optional<Problem> mistake(String text);

    /** Tells, soon, what the text would break if it were taken, as it is to be shown; never, where something newer is asked. */
    default void foresee(String text, Consumer<List<Node>> tell) {}

    /** Changes what {@code text} asks for; where that is nothing sensible, nothing changes and the problem is told. */
    Optional<Problem> take(String text);

    void undo();

    void redo();
}
