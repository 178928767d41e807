package dev.pathlight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is written to: results to stdout, messages to stderr, both in UTF-8 whatever the locale says. */
public final class Terminal {
    private final Sink sink;
    private final boolean piped;
    private final PrintWriter out;
    private final PrintWriter err;

    /** {@code piped}: a failed write means that the reader has gone, as {@code head} does. */
    Terminal(OutputStream results, boolean piped, PrintWriter err) {
        this.sink = new Sink(results);
        this.piped = piped;
        this.out = writer(sink);
        this.err = err;
    }

    /** That of this process. */
    public static Terminal ofProcess() {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out), leadsTo(1).matches("(pipe|socket):.*"), errorWriter());
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    /**
     * What the process ends with: {@code exitCode}, unless results could not be written, which is told. That nobody reads
     * them any more is nobody's fault, and no news.
     */
    public int end(int exitCode) {
        out.flush();
        IOException failure = sink.failure;
        if (failure == null || piped) {
            return exitCode;
        }
        err.println(new Refusal(
                        Exit.MACHINE,
                        "Not all of the output could be written.",
                        String.valueOf(failure.getMessage()),
                        "Make room where it goes, or send it elsewhere, and run this again.")
                .text());
        return Exit.MACHINE;
    }

    /** The last word on a mistake nobody caught; returns the exit code that says so. */
    public static int mistake(String thread, Throwable mistake) {
        PrintWriter err = errorWriter();
        err.println(new Refusal(
                        Exit.MISTAKE,
                        "Pathlight itself made a mistake in its thread \"" + thread + "\".",
                        mistake.toString(),
                        "Report it with the lines below.")
                .text());
        mistake.printStackTrace(err);
        return Exit.MISTAKE;
    }

    /** Whether somebody watches stderr as it is written. */
    static boolean isWatched() {
        return leadsTo(2).matches("/dev/(pts/\\d+|tty.*|console)");
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

    /** What a descriptor of this process is open on; empty where that cannot be told. */
    private static String leadsTo(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static PrintWriter errorWriter() {
        return writer(new FileOutputStream(FileDescriptor.err));
    }

    private static PrintWriter writer(OutputStream bytes) {
        return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
    }

    /** Remembers the first failed write, which a {@link PrintWriter} forgets, and lets what follows it go. */
    private static final class Sink extends OutputStream {
        private final OutputStream target;
        private volatile @Nullable IOException failure;

        Sink(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (failure == null) {
                try {
                    target.write(bytes, from, length);
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
    }
}
