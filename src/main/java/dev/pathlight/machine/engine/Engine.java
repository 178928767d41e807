package dev.pathlight.machine.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Carries commands out, one after another on the calling thread; only echo requests and programs, which wait for the world,
 * run beside it. The calling thread never leaves the engine's own network namespace.
 */
final class Engine {
    private static final int ENOENT = 2;

    /** The kernel takes 3 s for a thousand namespaces; somebody else's dead may come before ours. ns. */
    private static final long DROP_LIMIT = 20_000_000_000L;

    private final Sys sys;
    private final Spaces spaces;
    private final Visitor visitor;
    private final FilterSockets filters;
    private final Captures captures;
    private final Containers containers;
    private final UserChanges userChanges;
    private final Answers answers;
    private final ByteBuffer buffer = RouteSocket.newBuffer();
    private final RouteSocket home;
    private boolean watching;

    Engine(Sys sys, int descriptorBase, Answers answers) throws Refused {
        this.sys = sys;
        this.home = new RouteSocket(sys);
        this.answers = answers;
        this.spaces = new Spaces(sys, descriptorBase);
        this.visitor = new Visitor(sys, spaces);
        this.filters = new FilterSockets(visitor);
        this.captures = new Captures(sys, e -> answers.send(0, e));
        this.userChanges = new UserChanges(sys);
        this.containers = new Containers(spaces, userChanges, e -> answers.send(0, e));
    }

    /** Sends events, from any thread; {@code id} of the command an event answers, or 0. */
    interface Answers {
        void send(int id, Event event);
    }

    void carryOut(int id, Command command) {
        try {
            switch (command) {
                case Command.MakeSpaces c -> answers.send(id, make(c));
                case Command.Work c -> answers.send(id, work(c));
                case Command.Ask c -> answers.send(id, ask(c));
                case Command.AskFilter c -> answers.send(id, askFilter(c));
                case Command.DropSpaces c -> answers.send(id, drop(c));
                case Command.Watch c -> answers.send(id, watch());
                case Command.Capture c -> answers.send(id, new Event.Captured(captures.open(c.taps(), spaces)));
                case Command.CountDrops c -> answers.send(id, new Event.Drops(captures.drops()));
                case Command.Ping c -> beside("engine-ping", id, () -> new EchoPing(sys).ping(space(c.space()), c));
                case Command.Exec c -> beside("engine-exec", id, () -> run(c));
                case Command.StartContainers c ->
                    beside("engine-containers", id, () -> new Event.Started(containers.start(c.containers())));
                case Command.AskSockets c -> beside("engine-sockets", id, () -> sockets(c));
                case Command.Call c -> beside("engine-call", id, () -> call(c));
                case Command.StopContainer c -> answers.send(id, stop(c));
            }
        } catch (Refused e) {
            answers.send(id, new Event.Failed(String.valueOf(e.getMessage()), e.errno()));
        }
    }

    private Space space(int number) throws Refused {
        return spaces.find(number).orElseThrow(() -> new Refused("space " + number, ENOENT));
    }

    private Event make(Command.MakeSpaces command) {
        Event.Made made = new Event.Made(spaces.make(command.spaces()));
        if (watching) {
            command.spaces().forEach(s -> spaces.find(s.number()).ifPresent(this::tellFrom));
        }
        return made;
    }

    private Event work(Command.Work command) {
        List<Event.Refusal> refusals = new ArrayList<>();
        int tried = 0;
        for (List<Command.Task> send : Sends.of(command.tasks())) {
            for (RouteSocket.Reply reply : replies(send)) {
                if (reply.errno() != 0) {
                    refusals.add(new Event.Refusal(tried, reply.errno(), reply.last()));
                }
                tried++;
            }
            if (!refusals.isEmpty()) {
                break;
            }
        }
        return new Event.Worked(tried, refusals);
    }

    private List<RouteSocket.Reply> replies(List<Command.Task> send) {
        return switch (send.getFirst()) {
            case Command.Tell t -> askIn(t.space(), Sends.messages(send));
            case Command.Write t -> List.of(new RouteSocket.Reply(visitor.write(t), List.of()));
            case Command.Reset t -> List.of(new RouteSocket.Reply(visitor.reset(t), List.of()));
            case Command.Filter t -> List.of(filter(t));
        };
    }

    private List<RouteSocket.Reply> askIn(int number, List<byte[]> messages) {
        Optional<Space> space = spaces.find(number);
        return space.isPresent()
                ? space.get().routes().ask(messages, buffer)
                : Collections.nCopies(messages.size(), new RouteSocket.Reply(ENOENT, List.of()));
    }

    private Event ask(Command.Ask command) {
        RouteSocket.Reply reply =
                askIn(command.space(), List.of(command.message())).getFirst();
        return reply.errno() != 0 && reply.datagrams().isEmpty()
                ? new Event.Failed("asking space " + command.space(), reply.errno())
                : new Event.Answer(reply.datagrams());
    }

    /** The calling thread stays in the namespace for ever. */
    private Event sockets(Command.AskSockets c) throws Refused, IOException {
        sys.enter(space(c.space()).descriptor());
        List<Event.Dump> dumps = new ArrayList<>();
        try (RouteSocket socket = new RouteSocket(sys, Sys.NETLINK_SOCK_DIAG)) {
            ByteBuffer own = RouteSocket.newBuffer();
            for (byte[] question : c.questions()) {
                dumps.add(new Event.Dump(socket.ask(question, own).datagrams()));
            }
        }
        return new Event.Sockets(dumps, new SocketHolders(containers.firsts(c.space())).all());
    }

    private Event run(Command.Exec c) throws Refused, IOException {
        Space space = space(c.space());
        userChanges.succeed();
        return c.container().isEmpty()
                ? Programs.run(space, c, sys.raw())
                : Programs.runIn(containers.process(c.space(), c.container()), c, sys.raw());
    }

    private Event call(Command.Call c) throws Refused, IOException {
        PortCall call = new PortCall(sys);
        return c.container().isEmpty()
                ? call.from(space(c.space()), c)
                : call.fromContainer(containers.process(c.space(), c.container()), c);
    }

    private Event stop(Command.StopContainer command) {
        containers.stop(command.space(), command.name());
        return new Event.Ok();
    }

    private RouteSocket.Reply filter(Command.Filter task) {
        try {
            return filters.in(task.space()).transact(task.transaction(), buffer);
        } catch (Refused e) {
            return new RouteSocket.Reply(e.errno(), List.of());
        }
    }

    private Event askFilter(Command.AskFilter command) throws Refused {
        RouteSocket.Reply reply = filters.in(command.space()).ask(command.message(), buffer);
        return reply.errno() != 0 && reply.datagrams().isEmpty()
                ? new Event.Failed("asking netfilter in space " + command.space(), reply.errno())
                : new Event.Answer(reply.datagrams());
    }

    private Event drop(Command.DropSpaces command) throws Refused {
        containers.stop(command.spaces());
        visitor.goHome();
        captures.close(command.spaces());
        filters.close(command.spaces());
        command.spaces().forEach(spaces::release);
        return new Event.Dropped(new Sentinel(sys).await(DROP_LIMIT));
    }

    private Event watch() throws Refused {
        if (!watching) {
            NoticeSocket socket = NoticeSocket.ofRoutes(sys);
            watching = true;
            spaces.all().forEach(this::tellFrom);
            Threads.start("engine-notices", () -> socket.listen(e -> answers.send(0, e)));
            watchFilters();
        }
        return new Event.Ok();
    }

    /** Where the kernel has no netfilter there is nothing to hear of it. */
    private void watchFilters() {
        try {
            NoticeSocket socket = NoticeSocket.ofFilters(sys);
            Threads.start("engine-filters", () -> socket.listen(e -> answers.send(0, e)));
        } catch (Refused e) {
            // Rules cannot be made there either, and who tries is told.
        }
    }

    /** Gives a space its own number as namespace id, without which its notices would not be told. */
    private void tellFrom(Space space) {
        byte[] message = NetlinkBytes.newNsid(space.descriptor(), space.number(), space.number() + 1);
        int errno = home.ask(message, buffer).errno();
        if (errno != 0) {
            answers.send(0, new Event.Failed("giving space " + space.number() + " an id to hear it by", errno));
        }
        // Connection tracking by itself only tells listeners of its own namespace; not there without netfilter.
        visitor.write(new Command.Write(space.number(), new Command.Sysctl("netfilter/nf_conntrack_events", "1")));
    }

    /** Something that ends in an answer and takes its time. */
    private interface Lengthy {
        Event run() throws Refused, IOException;
    }

    private void beside(String name, int id, Lengthy body) {
        Threads.start(name, () -> {
            Event answer;
            try {
                answer = body.run();
            } catch (Refused e) {
                answer = new Event.Failed(String.valueOf(e.getMessage()), e.errno());
            } catch (IOException e) {
                answer = new Event.Failed(String.valueOf(e.getMessage()), 0);
            }
            answers.send(id, answer);
        });
    }
}
