package dev.pathlight.cli;

/** Exit codes, stable for scripts. */
final class Exit {
    /** It holds, or it was done. */
    static final int DONE = 0;
    /** It was understood and does not hold: a finding, an undelivered ping. */
    static final int DOES_NOT_HOLD = 1;
    /** The command line or a file is wrong. */
    static final int WRONG = 2;
    /** This machine refuses: privilege, a missing kernel feature, a lost connection. */
    static final int MACHINE = 3;
    /** Pathlight itself made a mistake (EX_SOFTWARE of sysexits.h). */
    static final int MISTAKE = 70;

    private Exit() {}
}
