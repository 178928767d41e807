package dev.pathlight.session.breaking;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done wrong with containers that the built-in responder answers for. */
record ContainerBreakages(Stack stack) {
    /** From a service's port to the one it is mistaken for: 80 and 8080. */
    private static final int AWAY = 8000;

    private static final int LAST_PORT = 65_535;

    Stream<Breakage> all() {
        return servers().flatMap(s -> Stream.of(wrongPort(s), portTaken(s)).flatMap(Optional::stream));
    }

    private Stream<Container> servers() {
        return stack.drawn().containers().stream()
                .filter(c -> c.command().isEmpty() && !c.listens().isEmpty());
    }

    private Breakage breakage(
            Breakage.Kind kind, Container at, Sentence words, List<NetOp> doing, List<NetOp> undoing) {
        return new Breakage(kind, stack.id() + "/" + at.name(), words, doing, undoing);
    }

    private Optional<Breakage> wrongPort(Container server) {
        Listen right = server.listens().getFirst();
        int port = right.port() + AWAY;
        boolean free = stack.drawn().containers().stream()
                .flatMap(c -> c.listens().stream())
                .noneMatch(l -> l.port() == port);
        if (port > LAST_PORT || !free) {
            return Optional.empty();
        }
        List<Listen> wrong = new ArrayList<>(server.listens());
        wrong.set(0, new Listen(right.protocol(), port));
        return Optional.of(breakage(
                Breakage.Kind.WRONG_PORT,
                server,
                Sentence.of(
                        "{0} {1} listens on port {2} instead of {3}", stack.name(), server.name(), port, right.port()),
                List.of(stop(server), start(server.withListens(wrong))),
                List.of(stop(server), start(server))));
    }

    /** Whoever comes first gets it. */
    private Optional<Breakage> portTaken(Container server) {
        Listen wanted = server.listens().getFirst();
        return stack.drawn().containers().stream()
                .filter(c -> c.command().isEmpty() && !c.name().equals(server.name()))
                .findFirst()
                .map(other -> {
                    List<Listen> more = new ArrayList<>(other.listens());
                    more.add(wanted);
                    return breakage(
                            Breakage.Kind.PORT_TAKEN,
                            server,
                            Sentence.of(
                                    "{0} {1} took port {2} before {3}",
                                    stack.name(), other.name(), wanted.port(), server.name()),
                            List.of(stop(other), stop(server), start(other.withListens(more)), start(server)),
                            List.of(stop(other), stop(server), start(other), start(server)));
                });
    }

    private NetOp start(Container c) {
        return new NetOp.StartContainer(stack.id(), c);
    }

    private NetOp stop(Container c) {
        return new NetOp.StopContainer(stack.id(), c.name());
    }
}
