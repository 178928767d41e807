package dev.pathlight.lesson;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something to do at a step. The instructor may do the same by hand. */
public sealed interface Action {
    /** Brings the drawing up. */
    record Run() implements Action {}

    /** Takes it down. */
    record Stop() implements Action {}

    /** Sends one echo request. */
    record Ping(SpaceId from, Goal to) implements Action {}

    /**
     * Runs commands inside a namespace, one after the other, each as its argument vector: no shell reads them.
     *
     * @param label what the button says; may be empty
     */
    record Change(Kind kind, SpaceId in, List<List<String>> commands, Texts label) implements Action {
        public Change {
            commands = commands.stream().map(List::copyOf).toList();
        }

        /** One more command, after these. */
        Change with(List<String> command) {
            return new Change(
                    kind,
                    in,
                    Stream.concat(commands.stream(), Stream.of(command)).toList(),
                    label);
        }
    }

    /** Turns to a panel of the window. */
    record Open(Panel panel) implements Action {}

    /** Whom to ping: a namespace by the address that {@code from} has a use for, or an address. */
    sealed interface Goal {
        record Space(SpaceId id) implements Goal {}

        record Address(IpAddress address) implements Goal {}

        /** From a path ({@code this/ns1}) or an address; what is an address is never a path. Throws IllegalArgumentException. */
        static Goal parse(String text) {
            return IpAddress.problem(text).isEmpty()
                    ? new Address(IpAddress.parse(text))
                    : new Space(SpaceId.parse(text));
        }

        /** What is wrong with {@code text} as a goal, or empty. */
        static Optional<Sentence> problem(String text) {
            try {
                parse(text);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(
                        Sentence.of("\"{0}\" is neither an address nor the path of a node or namespace", text));
            }
        }

        /** As it is written. */
        default String written() {
            return switch (this) {
                case Space(SpaceId id) -> id.toString();
                case Address(IpAddress address) -> address.toString();
            };
        }
    }

    /** Whether a change is part of the way, a fault put in, or its mending. */
    enum Kind {
        CHANGE,
        BREAK,
        MEND
    }

    enum Panel {
        TABLES,
        INSPECTOR,
        PLAN
    }
}
