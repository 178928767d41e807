package dev.pathlight.cli;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.ui.picture.Pictures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One command line run in this process: what it printed and how it ended. */
record CommandLineRun(int exitCode, String out, String err) {
    /** Fails the test when a drawing is run. */
    static final SessionOpener NOTHING_RUNS = (drawing, events) -> {
        throw new AssertionError("a drawing was run");
    };

    static CommandLineRun of(SessionOpener sandbox, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Pathlight.run(
                List.of(args),
                sandbox,
                file -> {
                    out.write("window " + file.map(Object::toString).orElse("empty"));
                    return 0;
                },
                Pictures::of,
                lastWork -> {
                    throw new AssertionError("nobody interrupts a test");
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    static CommandLineRun of(String... args) {
        return of(NOTHING_RUNS, args);
    }
}
