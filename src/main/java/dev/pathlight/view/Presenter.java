package dev.pathlight.view;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Talking before a class with a clicker, which has a key to go on and one to go back. On goes, in this order: to the next hop
 * of what was sent; in a lesson, to what the step has its class do next; to the lesson's next step. Back goes to the hop
 * before, then to the step before. While something is awaited, on waits too; a blank screen is only shown again.
 */
public final class Presenter {
    private final Workbench bench;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty floating = new SimpleBooleanProperty();
    private final Chalk chalk = new Chalk();
    private final BooleanProperty blank = new SimpleBooleanProperty();

    public Presenter(Workbench bench) {
        this.bench = bench;
        on.subscribe(is -> {
            blank.set(false);
            floating.set(floating.get() && !is);
        });
        floating.subscribe(is -> on.set(on.get() && !is));
        // The gallery is nothing to talk about.
        bench.welcome().subscribe(w -> {
            on.set(on.get() && !w);
            floating.set(floating.get() && !w);
            chalk.held().set(w ? Chalk.Held.NOTHING : chalk.held().get());
        });
        bench.canvas().drawings().subscribe(d -> chalk.wipe());
    }

    /** Begins or ends it; in the gallery nothing begins. */
    public void toggle() {
        on.set(!on.get() && !bench.welcome().get());
    }

    /** Has the drawing float over other windows, or brings it back; not from the gallery. */
    public void toggleFloating() {
        floating.set(!floating.get() && !bench.welcome().get());
    }

    /** Takes up a pen, an eraser or the spot, or puts it down; not in the gallery. */
    public void take(Chalk.Held what) {
        if (!bench.welcome().get()) {
            chalk.take(what);
        }
    }

    /** The clicker's key to go on. */
    public void forward() {
        if (blank.get()) {
            blank.set(false);
        } else if (hasHops() && (!playback().atEnd() || !playback().queued().isEmpty())) {
            playback().forward();
        } else if (!isWaiting()) {
            lessons().due().ifPresentOrElse(lessons()::act, lessons()::next);
        }
    }

    /** The clicker's key to go back. */
    public void back() {
        if (blank.get()) {
            blank.set(false);
        } else if (hasHops() && !playback().atStart()) {
            playback().back();
        } else {
            lessons().back();
        }
    }

    /** The clicker's key to begin: runs the drawing; once it runs, plays the packet from its first hop. */
    public void begin() {
        blank.set(false);
        if (bench.runModel().state().get() == RunState.STOPPED) {
            bench.run();
        } else if (!playback().steps().get().isEmpty()) {
            playback().go(0);
            playback().toggle();
        }
    }

    /** In a lesson, only those of packets that were sent during its step. */
    private boolean hasHops() {
        Optional<Moment> moment = playback().moment().get();
        return moment.isPresent()
                && (lessons().lesson().get().isEmpty()
                        || lessons().counts(moment.get().journey()));
    }

    private boolean isWaiting() {
        RunState state = bench.runModel().state().get();
        return state == RunState.STARTING
                || state == RunState.STOPPING
                || bench.pings().waiting().get();
    }

    private Playback playback() {
        return bench.playback();
    }

    private LessonModel lessons() {
        return bench.lessons();
    }

    /** Whether the whole screen is for the class. */
    public BooleanProperty on() {
        return on;
    }

    /** Whether the drawing floats over other windows in one of its own. */
    public BooleanProperty floating() {
        return floating;
    }

    /** What is drawn over the drawing while somebody talks. */
    public Chalk chalk() {
        return chalk;
    }

    /** Whether the screen is black, so that the class looks at whoever talks. */
    public BooleanProperty blank() {
        return blank;
    }
}
