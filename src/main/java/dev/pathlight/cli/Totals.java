package dev.pathlight.cli;

import dev.pathlight.session.SessionEvent;
import java.util.function.Consumer;

/** Remembers a session's newest totals. Any thread. */
final class Totals implements Consumer<SessionEvent> {
    private volatile SessionEvent.Counted newest = new SessionEvent.Counted(0, 0);

    @Override
    public void accept(SessionEvent event) {
        if (event instanceof SessionEvent.Counted counted) {
            newest = counted;
        }
    }

    long ambiguous() {
        return newest.ambiguous();
    }

    long dropped() {
        return newest.dropped();
    }
}
