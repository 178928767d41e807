package dev.pathlight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is written to: results to stdout, messages to stderr, both in UTF-8 whatever the locale says. */
public final class Terminal {
    private Terminal() {}

    public static PrintWriter out() {
        return writer(FileDescriptor.out);
    }

    public static PrintWriter err() {
        return writer(FileDescriptor.err);
    }

    /** The last word on a mistake nobody caught. */
    public static void mistake(String thread, Throwable mistake) {
        PrintWriter err = err();
        err.println(new Refusal(
                        Exit.MISTAKE,
                        "Pathlight itself made a mistake in its thread \"" + thread + "\".",
                        mistake.toString(),
                        "Report it with the lines below.")
                .text());
        mistake.printStackTrace(err);
    }

    /** The command line that started a command. */
    static CommandLine line(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("the command was not started by the command line");
        }
        return spec.commandLine();
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        return line(spec).getOut();
    }

    static PrintWriter err(@Nullable CommandSpec spec) {
        return line(spec).getErr();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
