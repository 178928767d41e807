package dev.pathlight.topology;

import java.util.Optional;

/** Text that is not what it should be; says why, in a sentence that begins small and ends bare, to be put into others. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Sentence why;

    public Malformed(Sentence why) {
        super(why.toString());
        this.why = why;
    }

    /** Throws what is wrong, if anything is. */
    static void refuse(Optional<Sentence> problem) {
        problem.ifPresent(p -> {
            throw new Malformed(p);
        });
    }

    public Sentence why() {
        return why;
    }
}
