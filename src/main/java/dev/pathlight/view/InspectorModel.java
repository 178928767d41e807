package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What there is to know of, and to change about, the thing that is selected. */
public final class InspectorModel {
    /** A line: the phrase that names it, and what it is. */
    public record Fact(String phrase, String value) {}

    /**
     * The selected thing.
     *
     * @param kind the phrase that names what it is
     * @param addresses of an interface or bridge, which can be changed; empty for other things
     */
    public record Subject(String path, String kind, String title, List<Fact> facts, Optional<Addresses> addresses) {
        public Subject {
            facts = List.copyOf(facts);
        }
    }

    /** Addresses with prefix lengths, as written in the field: separated by blanks or commas. */
    public record Addresses(PortId port, String text) {}

    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private Optional<String> path = Optional.empty();

    /** Shows the thing at {@code next}, a path on the drawing. */
    void turnTo(Optional<String> next, Topology topology, Snapshot tables) {
        if (!next.equals(path)) {
            mistake.set("");
        }
        path = next;
        refresh(topology, tables);
    }

    void refresh(Topology topology, Snapshot tables) {
        Optional<Subject> now = path.flatMap(p -> new Subjects(topology, tables).find(p));
        if (!now.equals(subject.get())) {
            subject.set(now);
        }
    }

    /** What the text in the addresses field asks for; empty, and {@link #mistake} says why, when it is not addresses. */
    Optional<Edit> addresses(PortId port, String text) {
        List<String> parts = Arrays.stream(text.trim().split("[\\s,]+"))
                .filter(s -> !s.isEmpty())
                .toList();
        Optional<String> wrong =
                parts.stream().flatMap(s -> Cidr.problem(s).stream()).findFirst();
        mistake.set(wrong.orElse(""));
        return wrong.isPresent()
                ? Optional.empty()
                : Optional.of(new Edit.SetAddresses(
                        port, parts.stream().map(Cidr::parse).toList()));
    }

    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /** Why what was typed was not taken; "" when it was. */
    public ReadOnlyStringProperty mistake() {
        return mistake.getReadOnlyProperty();
    }
}
