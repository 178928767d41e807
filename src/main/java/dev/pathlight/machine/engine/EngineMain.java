package dev.pathlight.machine.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The engine: the child process inside the sandbox. It reads commands from stdin and writes events to stdout, and ends the
 * moment either breaks: then its sandbox, with all that was made in it, is gone.
 */
public final class EngineMain {
    /** The version both sides must speak. */
    public static final int VERSION = 1;

    /** Exit codes: the teller went away, or the kernel refused the engine's first steps. */
    private static final int ALONE = 3;

    private static final int UNABLE = 4;

    /** Above any number that files, jars and captures reach by themselves. */
    private static final int DESCRIPTORS = 65_536;

    /** Spaces for which the descriptor table is grown beforehand. */
    private static final int DESCRIPTORS_AT_ONCE = 1024;

    private EngineMain() {}

    public static void main(String[] args) {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 18));
        Object lock = new Object();
        Engine.Answers answers = (id, event) -> {
            byte[] frame = EventCodec.encode(id, event);
            synchronized (lock) {
                try {
                    FrameStream.write(out, frame);
                } catch (IOException e) {
                    Runtime.getRuntime().halt(ALONE);
                }
            }
        };
        LinkedBlockingQueue<CommandCodec.Numbered> commands = new LinkedBlockingQueue<>();
        // The teller's end is noticed at once, whatever is being carried out.
        Threads.start("engine-commands", () -> read(in, commands));
        try {
            serve(commands, answers);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(ALONE);
        } catch (Refused | RuntimeException | LinkageError e) {
            answers.send(0, new Event.Failed(e.toString(), 0));
            Runtime.getRuntime().halt(UNABLE);
        }
    }

    private static void read(DataInputStream in, BlockingQueue<CommandCodec.Numbered> commands) {
        try {
            while (true) {
                commands.add(CommandCodec.decode(FrameStream.read(in)));
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(ALONE);
        }
    }

    private static void serve(BlockingQueue<CommandCodec.Numbered> commands, Engine.Answers answers)
            throws InterruptedException, Refused {
        Sys sys = new Sys();
        int base = (int) Math.min(DESCRIPTORS, sys.descriptorLimit() / 2);
        Engine engine = new Engine(sys, base, answers);
        answers.send(0, new Event.Hello(VERSION, base));
        Threads.start("engine-warm", () -> warm(sys, base));
        while (true) {
            CommandCodec.Numbered next = commands.take();
            engine.carryOut(next.id(), next.command());
        }
    }

    /** Does beforehand what would hold the first commands up. */
    private static void warm(Sys sys, int base) {
        try {
            // Growing the descriptor table of a process with threads waits for an RCU grace period.
            int last = base + DESCRIPTORS_AT_ONCE - 1;
            sys.renumber(sys.openOwnNetwork(), last);
            sys.close(last);
        } catch (Refused e) {
            // Then it grows when it must.
        }
        Captures.problem();
        Exchange.warm();
    }
}
