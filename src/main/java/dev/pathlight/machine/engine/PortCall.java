package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Called;
import dev.pathlight.machine.engine.Event.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Calls a port by an ordinary socket, as any program there would: from a namespace, or by a process of a container. */
final class PortCall {
    /** What a loaded machine may take to start a small program, ms. */
    private static final int STARTING_MILLIS = 30_000;

    private final Sys sys;

    PortCall(Sys sys) {
        this.sys = sys;
    }

    /** Blocks until there is an outcome; the calling thread stays in the namespace for ever. */
    Called from(Space space, Command.Call c) throws Refused, IOException {
        sys.enter(space.descriptor());
        InetSocketAddress to = new InetSocketAddress(InetAddress.getByAddress(c.to()), c.port());
        return called(Exchange.with(to, c.datagram(), c.request(), c.toEnd(), c.timeoutMillis()));
    }

    /** The same by a process made for it in the container whose first process this is: with its view of all things. */
    Called fromContainer(long process, Command.Call c) throws IOException {
        List<String> words = new ArrayList<>(SmallJava.running(Exchange.class, Exchange.parts()));
        words.addAll(List.of(
                InetAddress.getByAddress(c.to()).getHostAddress(),
                String.valueOf(c.port()),
                String.valueOf(c.datagram()),
                HexFormat.of().formatHex(c.request()),
                String.valueOf(c.toEnd()),
                String.valueOf(c.timeoutMillis())));
        Command.Exec program = new Command.Exec(c.space(), c.container(), words, STARTING_MILLIS + c.timeoutMillis());
        Event.Exited exited = Programs.runIn(process, program, sys.raw());
        byte[] said = exited.stdout();
        if (exited.code() != 0 || said.length == 0) {
            String last = new String(exited.stderr(), StandardCharsets.UTF_8).strip();
            throw new IOException("a process of " + c.container() + " could not send: exit code " + exited.code()
                    + (last.isEmpty() ? "" : ", " + last));
        }
        return called(Exchange.Result.of(said));
    }

    private static Called called(Exchange.Result r) {
        Outcome outcome =
                !r.refused().isEmpty() ? Outcome.REFUSED : r.answer().length > 0 ? Outcome.ANSWERED : Outcome.SILENCE;
        return new Called(outcome, r.nanos(), r.refused(), Arrays.copyOf(r.answer(), r.answer().length));
    }
}
