package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Sentences;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Says a plan as the netlink messages it sends: every byte in hex, with what it means by the kernel's own names. */
public final class NetlinkText {
    /** Where the numbering of descriptors starts: 0 to 2 are standard input, output and error. */
    private static final int FIRST_DESCRIPTOR = 3;

    private NetlinkText() {}

    /**
     * Every step in order. The sender's descriptors are not known before it runs: a namespace's is said to be 3 more
     * than its place among the plan's namespaces.
     */
    public static String of(Plan plan) {
        Map<SpaceId, Integer> descriptors = new HashMap<>();
        for (Step step : plan.steps()) {
            descriptors.putIfAbsent(step.op().space(), FIRST_DESCRIPTOR + descriptors.size());
        }
        NetlinkEncoder encoder = new NetlinkEncoder(s -> descriptors.getOrDefault(s, 0));
        StringBuilder text = new StringBuilder();
        for (Step step : plan.steps()) {
            text.append(step.number())
                    .append(". ")
                    .append(Sentences.of(step).in(Locale.ENGLISH))
                    .append('\n');
            text.append(
                    switch (step.op()) {
                        case NetOp.MakeNamespace n ->
                            "   no message: unshare(CLONE_NEWNET), held by descriptor " + descriptors.get(n.space())
                                    + "\n";
                        case NetOp.DropNamespace n -> "   no message: its descriptors and sockets are closed\n";
                        case NetOp.WriteSysctl s ->
                            "   no message: \"" + s.value() + "\" is written to /proc/sys/net/" + s.path() + "\n";
                        case NetOp.ResetSysctl s ->
                            "   no message: what /proc/sys/net/" + s.sourcePath() + " says is written to /proc/sys/net/"
                                    + s.path() + "\n";
                        case NetOp.StartContainer c ->
                            "   no message: a process is started by unshare(CLONE_NEWNS | CLONE_NEWPID |"
                                    + " CLONE_NEWUTS)\n";
                        case NetOp.StopContainer c -> "   no message: the first process is killed by SIGKILL\n";
                        case NetOp op
                        when NetlinkEncoder.isFilter(op) ->
                            transaction(encoder.encode(op, step.number())).indent(3);
                        default -> of(encoder.encode(step.op(), step.number())).indent(3);
                    });
        }
        return text.toString();
    }

    /** One message: a line for each field of its header and fixed part, and for each attribute. */
    public static String of(byte[] message) {
        return new MessagePrinter(message, false).print();
    }

    /** Messages of netfilter, one behind the other. */
    private static String transaction(byte[] messages) {
        StringBuilder text = new StringBuilder();
        ByteBuffer all = ByteBuffer.wrap(messages).order(ByteOrder.nativeOrder());
        for (int at = 0; at < messages.length; ) {
            int length = all.getInt(at);
            text.append(new MessagePrinter(Arrays.copyOfRange(messages, at, at + length), true).print());
            at += Netlink.aligned(length);
        }
        return text.toString();
    }
}
