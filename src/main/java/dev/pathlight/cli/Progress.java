package dev.pathlight.cli;

import dev.pathlight.machine.RunEvent;
import dev.pathlight.plan.Sentences;
import dev.pathlight.plan.Step;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** One line that says what is being done, drawn over and over while it is done, and only where somebody watches. */
final class Progress implements AutoCloseable {
    private static final int BAR = 20;
    private static final int LINE = 79;

    private final PrintWriter err;
    private final boolean watched;
    private List<Step> steps = List.of();
    private String shown = "";
    private boolean closed;

    Progress(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    static Progress on(PrintWriter err) {
        return new Progress(err, Terminal.isWatched());
    }

    /** What begins, after {@code finished} of {@code total} are done. */
    void at(int finished, int total, String what) {
        int filled = BAR * finished / Math.max(1, total);
        show("[%s%s] %s".formatted("#".repeat(filled), " ".repeat(BAR - filled), what));
    }

    /** Follows a plan as it is carried out; what is told as done makes room for what comes next. */
    void follow(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> {
                steps = started.plan().steps();
                next(0);
            }
            case RunEvent.StepDone done -> next(done.step().number());
            case RunEvent.StepFailed _ -> show("Undoing what was done");
            case RunEvent.StepUndone _, RunEvent.Finished _ -> {}
        }
    }

    private void next(int finished) {
        if (finished < steps.size()) {
            String what = Sentences.of(steps.get(finished)).in(Locale.ENGLISH);
            at(finished, steps.size(), "step %d of %d: %s".formatted(finished + 1, steps.size(), what));
        } else {
            show("Waiting until every interface is usable");
        }
    }

    synchronized void show(String line) {
        String cut = line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…";
        if (watched && !closed && !cut.equals(shown)) {
            shown = cut;
            err.print("\r\033[K" + cut);
            err.flush();
        }
    }

    /** Wipes the line; nothing is drawn any more, whoever still tells of something done. */
    @Override
    public synchronized void close() {
        if (!shown.isEmpty() && !closed) {
            err.print("\r\033[K");
            err.flush();
        }
        closed = true;
    }
}
