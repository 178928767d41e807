package dev.pathlight.machine.engine;

import java.util.List;

/** What the engine says. Answers carry the command's id, what comes by itself carries id 0. */
public sealed interface Event {
    /** The first word: the protocol's version, and the descriptor by which it holds space 0; space n is at base + n. */
    record Hello(int version, int descriptorBase) implements Event {}

    record Ok() implements Event {}

    /** A command failed as a whole: what, and the errno or 0. */
    record Failed(String what, int errno) implements Event {}

    /** Namespaces were made but for the faults; a space with a fault in its making does not exist. */
    record Made(List<Fault> faults) implements Event {}

    /** @param space position in the command; {@code sysctl} position among its sysctls, -1 for the making itself */
    record Fault(int space, int sysctl, int errno) {}

    /** The first {@code tried} tasks were tried; all of these but the refusals were done. */
    record Worked(int tried, List<Refusal> refusals) implements Event {}

    /** @param task position in the command; {@code reply} is the refusing datagram as read, or empty */
    record Refusal(int task, int errno, byte[] reply) {}

    /** Datagrams as read, in order. */
    record Answer(List<byte[]> datagrams) implements Event {}

    /** {@code gone} is false when the kernel was not done with the dead after a while. Namespaces that others hold are not among them. */
    record Dropped(boolean gone) implements Event {}

    record Noticed(List<Notice> notices) implements Event {}

    /** A datagram as read. {@code space} is -1 for the engine's own namespace; ns since 1970. */
    record Notice(int space, long nanos, byte[] datagram) {}

    /** Notices were lost: what is known must be asked for again. */
    record Overrun() implements Event {}

    /** All captures but those listed are open. */
    record Captured(List<Shut> shut) implements Event {}

    /** A capture that could not be opened: the tap and why. */
    record Shut(int tap, String why) {}

    /** A capture that was open has ended by itself: its interface went or was taken down, or reading failed. */
    record Lapsed(int tap, String why) implements Event {}

    /** Frames, in order of time. */
    record Frames(List<Frame> frames) implements Event {}

    /** @param length on the wire, {@code bytes} may be fewer */
    record Frame(int tap, boolean out, long nanos, int length, byte[] bytes) {}

    record Drops(long frames) implements Event {}

    record Pinged(Outcome outcome, long roundTripNanos, int type, int code, int errno, byte[] from) implements Event {}

    /** What came of an echo request; the other fields of {@link Pinged} count where it names them. */
    enum Outcome {
        /** roundTripNanos */
        ANSWERED,
        SILENCE,
        /** errno */
        REFUSED,
        /** type, code, from */
        ERROR
    }

    record Exited(int code, byte[] stdout, byte[] stderr) implements Event {}

    /**
     * What came of a call.
     *
     * @param outcome ANSWERED, SILENCE (of TCP also when there was a connection) or REFUSED
     * @param why the kernel's words where it was refused, or ""
     */
    record Called(Outcome outcome, long roundTripNanos, String why, byte[] answer) implements Event {}

    /** The datagrams that answer each question, and the processes that hold sockets. */
    record Sockets(List<Dump> dumps, List<Holding> holdings) implements Event {}

    record Dump(List<byte[]> datagrams) {}

    /** @param container it belongs to, or ""; {@code process} as the engine numbers it */
    record Holding(long inode, int process, String program, String container) {}

    /** The number of each container's first process as the engine sees it, in the command's order; 0 where it ended. */
    record Started(List<Integer> processes) implements Event {}

    /** A container ended by itself: its exit code and the end of what it wrote to stderr. */
    record Ended(int space, String name, int code, String lastWords) implements Event {}
}
