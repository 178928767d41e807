package dev.pathlight.view.writing;

import dev.pathlight.topology.Sentence;

/** What the blanks of a lesson, and the things that can be added to it, are called. */
public final class Naming {
    private Naming() {}

    /** By the key of a {@link Blank}. */
    public static Sentence field(String key) {
        if (key.endsWith(".en")) {
            return Sentence.of("{0} (English)", word(Typing.stem(key)));
        }
        return key.endsWith(".zh") ? Sentence.of("{0} (Chinese)", word(Typing.stem(key))) : word(key);
    }

    private static Sentence word(String key) {
        return switch (key) {
            case "title" -> Sentence.of("Title");
            case "text" -> Sentence.of("What the class reads");
            case "ask" -> Sentence.of("Question: what will happen?");
            case "label" -> Sentence.of("In your own words");
            case "from" -> Sentence.of("From");
            case "to" -> Sentence.of("To: a path or an address");
            case "kind" -> Sentence.of("What it is");
            case "in", "used-in" -> Sentence.of("In");
            case "commands" -> Sentence.of("Commands, one a line");
            case "panel" -> Sentence.of("Panel");
            case "packet" -> Sentence.of("Packet");
            case "outcome" -> Sentence.of("Outcome");
            case "at" -> Sentence.of("Where it ends");
            case "why" -> Sentence.of("Reason");
            case "ttl" -> Sentence.of("TTL on arrival");
            case "through" -> Sentence.of("Through these interfaces");
            case "used" -> Sentence.of("Decided by");
            case "used-row", "row" -> Sentence.of("Words of the row");
            case "before" -> Sentence.of("In front of the row");
            case "absent" -> Sentence.of("it is not there");
            case "address" -> Sentence.of("Address");
            case "bridge" -> Sentence.of("Bridge");
            case "owner" -> Sentence.of("Whose MAC address");
            case "port" -> Sentence.of("Behind the port");
            case "on" -> Sentence.of("it forwards");
            default -> throw new IllegalArgumentException(key);
        };
    }

    /** Something to add, by its word in a lesson's file. */
    public static Sentence item(String word) {
        return switch (word) {
            case "run" -> Sentence.of("Run the drawing");
            case "stop" -> Sentence.of("Stop it");
            case "ping" -> Sentence.of("Ping");
            case "change" -> Sentence.of("Change something by commands");
            case "break" -> Sentence.of("Break something by commands");
            case "mend" -> Sentence.of("Mend something by commands");
            case "open" -> Sentence.of("Turn to a panel");
            case "packet" -> Sentence.of("A packet ends so");
            case "route" -> Sentence.of("A route stands in a table");
            case "neighbour" -> Sentence.of("A neighbour is known");
            case "mac" -> Sentence.of("A bridge has learned an address");
            case "forwarding" -> Sentence.of("Forwarding is on or off");
            case "running" -> Sentence.of("The drawing runs");
            case "stopped" -> Sentence.of("Nothing runs");
            default -> throw new IllegalArgumentException(word);
        };
    }
}
