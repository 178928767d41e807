package dev.pathlight.machine.engine;

import java.util.List;

/** What the engine is told to do. Spaces are numbers chosen by the teller; a number is in use from its making to its dropping. */
public sealed interface Command {
    /** Makes network namespaces, in parallel. Answered with {@link Event.Made}. */
    record MakeSpaces(List<NewSpace> spaces) implements Command {}

    /** @param name under /run/netns, not "", no '/' */
    record NewSpace(int number, String name, List<Sysctl> sysctls) {}

    /** @param path below /proc/sys/net, without ".." */
    record Sysctl(String path, String value) {}

    /** Does tasks in order up to the send that holds the first refusal. Answered with {@link Event.Worked}. */
    record Work(List<Task> tasks) implements Command {}

    /** One thing to do in a space. */
    sealed interface Task {
        int space();
    }

    /** One netlink route message that asks for an acknowledgement. */
    record Tell(int space, byte[] message) implements Task {}

    record Write(int space, Sysctl sysctl) implements Task {}

    /**
     * Gives a setting the value of another file below /proc/sys/net: of the same space, or of the engine's own namespace, which
     * nobody touches.
     *
     * @param pristine from the engine's own
     */
    record Reset(int space, String path, String source, boolean pristine) implements Task {}

    /** A transaction of netfilter: messages of one sequence number, one of which asks for an acknowledgement. */
    record Filter(int space, byte[] transaction) implements Task {}

    /** One netlink route message that is a question. Answered with {@link Event.Answer}. */
    record Ask(int space, byte[] message) implements Command {}

    /** The same of netfilter. */
    record AskFilter(int space, byte[] message) implements Command {}

    /** Drops namespaces and waits until their devices are gone. Answered with {@link Event.Dropped}. */
    record DropSpaces(List<Integer> spaces) implements Command {}

    /** Tells changes in all spaces, present and future, from now on as {@link Event.Noticed}. Answered with {@link Event.Ok}. */
    record Watch() implements Command {}

    /** Opens captures; from then on {@link Event.Frames}. Answered with {@link Event.Captured}. */
    record Capture(List<Tap> taps) implements Command {}

    /** A place to capture at: {@code id} comes back with each frame. Both directions. */
    record Tap(int id, int space, String device) {}

    /** Answered with {@link Event.Drops}. */
    record CountDrops() implements Command {}

    /** One echo request. {@code to} is 4 or 16 bytes. Answered with {@link Event.Pinged}. */
    record Ping(int space, byte[] to, int identifier, int sequence, int payloadBytes, int timeoutMillis)
            implements Command {}

    /**
     * Runs a program, never through a shell's parsing. Answered with {@link Event.Exited}.
     *
     * @param container in whose namespaces and file-system view, or "" for none
     */
    record Exec(int space, String container, List<String> command, long timeoutMillis) implements Command {}

    /**
     * Sends a request to a port from a namespace and waits for what comes back. Answered with {@link Event.Called}.
     *
     * @param container whose process is to send it, or "" for the engine itself
     * @param datagram by UDP; by TCP otherwise
     * @param to 4 or 16 bytes
     * @param toEnd what comes back is read until the other side has sent all; otherwise until as much came as was sent
     */
    record Call(
            int space,
            String container,
            boolean datagram,
            byte[] to,
            int port,
            byte[] request,
            boolean toEnd,
            int timeoutMillis)
            implements Command {}

    /** Dumps sockets of a namespace by NETLINK_SOCK_DIAG, and who holds them. Answered with {@link Event.Sockets}. */
    record AskSockets(int space, List<byte[]> questions) implements Command {}

    /**
     * Starts containers, in order within a namespace, and waits until each stands, which its first line of output says, and a responder
     * listens. Answered with {@link Event.Started}; one that ends is told by {@link Event.Ended}.
     */
    record StartContainers(List<NewContainer> containers) implements Command {}

    /**
     * @param around the words that give the command what is its own; they print a line when all stands
     * @param command what runs, or empty for the responder
     * @param listens what the responder answers on, as {@code http:80}
     */
    record NewContainer(int space, String name, List<String> around, List<String> command, List<String> listens) {}

    /** Ends a container with all its processes, and waits until they are gone. Answered with {@link Event.Ok}. */
    record StopContainer(int space, String name) implements Command {}
}
