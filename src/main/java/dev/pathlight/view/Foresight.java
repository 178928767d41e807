package dev.pathlight.view;

import dev.pathlight.check.Checker;
import dev.pathlight.check.Finding;
import dev.pathlight.check.Mend;
import dev.pathlight.check.Mends;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says in the background what would be found wrong if something were changed: while it is being typed. */
final class Foresight {
    /** @param next the drawing as it would be */
    record Foreseen(Drawing next, List<Trouble> troubles) {}

    private record Asked(Drawing before, Edit edit, Consumer<Foreseen> tell) {}

    /** As many as anybody reads while typing. */
    private static final int MOST = 3;

    private final FxThread fx;
    private final Consumer<Exception> failed;
    private Optional<Asked> waiting = Optional.empty();
    private boolean busy;

    Foresight(FxThread fx, Consumer<Exception> failed) {
        this.fx = fx;
        this.failed = failed;
    }

    /** While a look is under way only the newest question waits for the next; the others are never answered. */
    void ask(Drawing before, Edit edit, Consumer<Foreseen> tell) {
        waiting = Optional.of(new Asked(before, edit, tell));
        if (!busy) {
            begin();
        }
    }

    private void begin() {
        Asked asked = waiting.orElseThrow();
        waiting = Optional.empty();
        busy = true;
        fx.work(
                () -> look(asked),
                seen -> {
                    if (waiting.isEmpty()) {
                        asked.tell().accept(seen);
                    }
                    ended();
                },
                e -> {
                    failed.accept(e);
                    ended();
                });
    }

    private void ended() {
        busy = false;
        if (waiting.isPresent()) {
            begin();
        }
    }

    /** What is wrong already is not told anew. */
    private static Foreseen look(Asked asked) {
        Drawing next = asked.edit().applyTo(asked.before());
        Topology t = next.topology();
        Set<Finding> known =
                new HashSet<>(Checker.check(asked.before().topology()).findings());
        List<Trouble> troubles = Checker.check(t).findings().stream()
                .filter(f -> !known.contains(f))
                .limit(MOST)
                .map(f -> new Trouble(
                        f,
                        Mends.of(t, f).stream()
                                .map(m -> new Mend(m.name(), new Edit.All(List.of(asked.edit(), m.edit()))))
                                .toList()))
                .toList();
        return new Foreseen(next, troubles);
    }
}
