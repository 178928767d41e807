package dev.pathlight.session.drift;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is otherwise than it was brought there: live, not drawn.
 *
 * @param at the path of the interface, bridge or network stack
 * @param words how things are, without a full stop
 * @param happened the operations that would have done it, in order; empty when none can say it
 * @param undoing what has to be removed before a plan can make it as it is drawn; a drawing cannot say such a thing
 */
public record Drift(String at, Mark mark, Sentence words, List<NetOp> happened, List<NetOp> undoing) {
    /** What kind of difference. */
    public enum Mark {
        NEW,
        GONE,
        OTHER
    }

    public Drift {
        happened = List.copyOf(happened);
        undoing = List.copyOf(undoing);
    }

    static Drift of(String at, Mark mark, Sentence words, List<NetOp> happened) {
        return new Drift(at, mark, words, happened, List.of());
    }

    /** With more that happened to the same new thing. */
    Drift with(List<NetOp> more) {
        List<NetOp> all = new ArrayList<>(happened);
        all.addAll(more);
        return new Drift(at, mark, words, all, undoing);
    }
}
