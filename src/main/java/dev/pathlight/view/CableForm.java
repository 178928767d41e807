package dev.pathlight.view;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Impairment;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Line;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A cable in the form: its ends, where they are plugged in, and what it does to packets. */
final class CableForm {
    private static final int MICROS = 1000;
    /** Loss is a decimal: so many parts of a per cent can be typed. */
    private static final int LOSS_PARTS = 1_000_000;

    private final Topology topology;
    private final Cable cable;

    CableForm(Topology topology, Cable cable) {
        this.topology = topology;
        this.cable = cable;
    }

    List<Entry> rows() {
        Impairment m = cable.impairment().orElse(Impairment.NONE);
        return List.of(
                end(Property.END_A, cable.a()),
                end(Property.END_B, cable.b()),
                plug(Property.PLUG_A, cable.a()),
                plug(Property.PLUG_B, cable.b()),
                new Line(Property.LINK_DELAY, Numbers.written(m.delayMicros(), MICROS), "0"),
                new Line(Property.LINK_JITTER, Numbers.written(m.jitterMicros(), MICROS), "0"),
                new Line(Property.LINK_LOSS, loss(m.lossPercent()), "0"),
                new Line(Property.LINK_RATE, Numbers.written(m.rateKbit(), 1), "1000"));
    }

    private static String loss(double percent) {
        return percent == 0
                ? ""
                : BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }

    private static Line end(Property property, PortId port) {
        return new Line(property, 0, port.name().value(), "", port.space().shortName());
    }

    /** It can be moved to any interface that nothing is plugged into. */
    private Choice plug(Property property, PortId port) {
        List<String> options = Stream.concat(Stream.of(port.toString()), unplugged(topology).stream())
                .distinct()
                .toList();
        return new Choice(property, options, port.toString(), port.toString());
    }

    /** The paths of the interfaces that neither a cable nor a LAN ends at. */
    static List<String> unplugged(Topology topology) {
        Set<PortId> taken = new HashSet<>();
        topology.cables().forEach(c -> taken.addAll(List.of(c.a(), c.b())));
        topology.lans().forEach(l -> taken.addAll(l.nics()));
        return topology.spaces()
                .flatMap(id -> topology.find(id).stream()
                        .flatMap(s -> s.interfaces().stream())
                        .filter(i -> i.kind() instanceof LinkKind.CableEnd)
                        .map(i -> new PortId(id, i.name())))
                .filter(p -> !taken.contains(p))
                .map(PortId::toString)
                .toList();
    }

    /** The interface at the path {@code text}; throws {@link Malformed} where none is. */
    static PortId drawn(Topology topology, String text) {
        if (Element.find(topology, text).orElse(new Element.OfTopology()) instanceof Element.OfInterface i) {
            return i.id();
        }
        throw new Malformed(Sentence.of("\"{0}\" is no interface on the drawing", text));
    }

    /** What {@code text} asks for; throws {@link Malformed}, which says why it cannot be taken. */
    Edit typed(Property property, String text) {
        Cable next = switch (property) {
            case PLUG_A -> new Cable(drawn(topology, text), cable.b(), cable.impairment());
            case PLUG_B -> new Cable(cable.a(), drawn(topology, text), cable.impairment());
            default -> new Cable(cable.a(), cable.b(), impaired(property, text));
        };
        return new Edit.SetCable(cable.a(), next);
    }

    /** One that does nothing is none. */
    private Optional<Impairment> impaired(Property property, String text) {
        Impairment m = cable.impairment().orElse(Impairment.NONE);
        Impairment next = switch (property) {
            case LINK_DELAY -> new Impairment(time(text), m.jitterMicros(), m.lossPercent(), m.rateKbit());
            case LINK_JITTER -> new Impairment(m.delayMicros(), time(text), m.lossPercent(), m.rateKbit());
            case LINK_LOSS ->
                new Impairment(
                        m.delayMicros(),
                        m.jitterMicros(),
                        (double) Numbers.parts(text, LOSS_PARTS, 100L * LOSS_PARTS) / LOSS_PARTS,
                        m.rateKbit());
            default ->
                new Impairment(
                        m.delayMicros(), m.jitterMicros(), m.lossPercent(), Numbers.parts(text, 1, Impairment.MOST));
        };
        return Optional.of(next).filter(n -> !n.equals(Impairment.NONE));
    }

    private static long time(String millis) {
        return Numbers.parts(millis, MICROS, Impairment.MOST);
    }
}
