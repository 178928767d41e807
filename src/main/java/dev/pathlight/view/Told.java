package dev.pathlight.view;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The last problem, until it is dismissed; said anew when the language changes. */
final class Told {
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Supplier<Problem>> last = Optional.empty();

    Told(Phrases phrases) {
        phrases.locale().subscribe(l -> say());
    }

    /** {@code next} is asked for its words now, and again after every change of language. */
    void tell(Supplier<Problem> next) {
        last = Optional.of(next);
        say();
    }

    void dismiss() {
        last = Optional.empty();
        say();
    }

    private void say() {
        problem.set(last.map(Supplier::get));
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }
}
