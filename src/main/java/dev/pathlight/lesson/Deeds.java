package dev.pathlight.lesson;

import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Does in a running session what a step says. */
public final class Deeds {
    private static final long COMMAND_MILLIS = 20_000;

    private Deeds() {}

    /** Runs a change's commands until one fails. Blocks. */
    public static Done change(Action.Change change, Session session) throws MachineLost {
        for (List<String> command : change.commands()) {
            ExecResult result = session.exec(change.in(), command, COMMAND_MILLIS);
            if (result.exitCode() != 0) {
                String words = (result.stderr() + result.stdout()).strip().replaceAll("\\s+", " ");
                return new Done(
                        change,
                        false,
                        Sentence.of(
                                "{0} in {1} ended with code {2}: {3}",
                                String.join(" ", command), Saying.place(change.in()), result.exitCode(), words));
            }
        }
        return new Done(change, true, Sentence.of("done"));
    }

    /** Sends the echo request; returns once its packets have ended. Blocks. */
    static Done ping(Action.Ping ping, int sequence, Session session) throws MachineLost {
        Optional<IpAddress> to = switch (ping.to()) {
            case Action.Goal.Address(IpAddress address) -> Optional.of(address);
            case Action.Goal.Space(var space) -> session.addressOf(space, ping.from());
        };
        if (to.isEmpty()) {
            return new Done(
                    ping,
                    false,
                    Sentence.of("{0} has no address to ping", ping.to().written()));
        }
        return new Done(ping, true, said(session.ping(ping.from(), to.get(), sequence)));
    }

    private static Sentence said(PingReply reply) {
        return switch (reply) {
            case PingReply.Answered(long nanos) ->
                Sentence.of("answered in {0} ms", String.format(Locale.ROOT, "%.3f", nanos / 1e6));
            case PingReply.Silence() -> Sentence.of("no answer");
            case PingReply.Refused(int errno, String name) -> Sentence.of("not sent: the kernel said {0}", name);
            case PingReply.Error(int type, int code, String from) ->
                Sentence.of("{0} answered with an ICMP error", from);
        };
    }
}
