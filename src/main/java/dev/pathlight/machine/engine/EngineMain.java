package dev.pathlight.machine.engine;

/** The engine: the child process inside the sandbox, spoken to over stdin and stdout. */
public final class EngineMain {
    private EngineMain() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("being built: " + args.length);
    }
}
