package dev.pathlight.view;

/** What hands do beside the drawing while it runs: the terminals they type in, and what came of it. */
public final class ByHand {
    private final TerminalsModel terminals;
    private final DriftModel drift;

    ByHand(Workbench bench, RunModel run, FxThread fx, Problems problems, Told told) {
        terminals = new TerminalsModel(run, fx, problems, told);
        drift = new DriftModel(bench, run, problems, told);
    }

    public TerminalsModel terminals() {
        return terminals;
    }

    /** What is live and not drawn. */
    public DriftModel drift() {
        return drift;
    }
}
