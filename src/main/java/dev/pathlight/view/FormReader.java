package dev.pathlight.view;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what was typed or pressed in the inspector's form about the thing at a path, and says which edit it asks for. */
final class FormReader {
    /** Behind the last line: the line that adds one. */
    static final int NEW = Integer.MAX_VALUE;

    private final Drawing drawing;
    private final String path;

    private FormReader(Drawing drawing, String path) {
        this.drawing = drawing;
        this.path = path;
    }

    /** Of what is at {@code path}; empty where nothing is. */
    static Optional<FormReader> of(Drawing drawing, String path) {
        boolean there = Element.find(drawing.topology(), path).isPresent()
                || drawing.layout().marks().group(path).isPresent();
        return there ? Optional.of(new FormReader(drawing, path)) : Optional.empty();
    }

    /** Anything but a group, which is no more than its marks. */
    private Element element() {
        return Element.find(drawing.topology(), path).orElseThrow();
    }

    /**
     * What {@code text} for {@code property} asks for; throws {@link Malformed}, which says why it cannot be taken.
     *
     * @param index of a line among several, {@link #NEW} adds one; otherwise 0
     */
    Edit typed(Property property, int index, String text, Locale locale) {
        String t = text.trim();
        return switch (property.part()) {
            case THING -> own(property, index, text, locale);
            case SPACE -> stack().typed(property, index, t);
            case KIND -> new Edit.SetKind(port(), kind().typed(property, index, t));
            case CABLE -> new CableForm(drawing.topology(), cable()).typed(property, t);
            case FLANNEL ->
                new Edit.SetFlannel(new FlannelForm(drawing.topology().flannel()).typed(property, t));
            case CANVAS -> new MarksForm(drawing, path).typed(property, t);
        };
    }

    private Edit own(Property property, int index, String text, Locale locale) {
        String t = text.trim();
        return switch (property) {
            case NAME -> name(path, t);
            case END_A -> name(cable().a().toString(), t);
            case END_B -> name(cable().b().toString(), t);
            case TITLE -> new Edit.SetTitle(path, Wording.typed(title(), index, t, locale));
            case DESCRIPTION ->
                new Edit.SetDescription(Wording.typed(drawing.topology().description(), index, t, locale));
            case TEXT -> new Edit.SetNote(note().id(), Wording.typed(note().text(), index, t, locale));
            case FRAMED -> new Edit.SetNoteFrame(note().id(), on(t));
            case HOST -> new Edit.SetHost(node().name(), host(t));
            case ADDRESSES -> new Edit.SetAddresses(port(), put(addresses(), index, addresses(t)));
            case BRIDGE -> t.isEmpty() ? new Edit.Free(port()) : new Edit.Enslave(port(), new IfName(t));
            case MAC -> new Edit.SetMac(port(), t.isEmpty() ? Optional.empty() : Optional.of(Mac.parse(t)));
            case MTU -> new Edit.SetMtu(port(), number(t, 68, 65_535));
            case UP -> new Edit.SetUp(port(), on(t));
            case AGEING -> options(options().withAgeingSeconds(number(t, 0, 1_000_000)));
            case STP -> options(options().withStp(on(t)));
            case DELAY -> options(options().withForwardDelaySeconds(number(t, 2, 30)));
            case PRIORITY -> options(options().withPriority(number(t, 0, 65_535)));
            case PVID -> new Edit.SetPvid(port(), number(t, 1, 4094));
            case VLAN -> options(options().withVlanFiltering(on(t)));
            case SNOOPING -> options(options().withMulticastSnooping(on(t)));
            case HAIRPIN -> options(options().withHairpin(on(t)));
            case COMMAND ->
                set(container()
                        .withCommand(put(container().command(), index, t.isEmpty() ? List.of() : List.of(text))));
            case LISTENS ->
                set(container()
                        .withListens(put(
                                container().listens(),
                                index,
                                t.isEmpty() ? List.of() : List.of(ContainerLines.parse(t)))));
            case IMAGE -> set(container().withImage(Optional.of(t).filter(i -> !i.isEmpty())));
            case PORTS -> ports(index, t);
            case NICS -> nics(index, t);
            default -> throw new IllegalArgumentException(property.toString());
        };
    }

    /** Without line {@code index}. */
    Edit without(Property property, int index) {
        return typed(property, index, "", Locale.ROOT);
    }

    /** With line {@code index} one place further down, or up when {@code step} is -1. */
    Edit moved(Property property, int index, int step) {
        if (property == Property.ROUTES || property == Property.FILTERS) {
            return stack().moved(property, index, step);
        }
        if (property == Property.COMMAND) {
            return set(container().withCommand(swapped(container().command(), index, index + step)));
        }
        if (property == Property.MEMBERS) {
            return new Edit.SetKind(port(), kind().moved(index, step));
        }
        // A port that joins anew becomes the last one, so joining all of them in order puts them in order.
        return new Edit.All(swapped(bridge().ports(), index, index + step).stream()
                .map(p -> (Edit) new Edit.Enslave(new PortId(port().space(), p), bridge().name()))
                .toList());
    }

    private Edit name(String at, String text) {
        Edit.Rename rename = new Edit.Rename(at, text);
        rename.problem(drawing).ifPresent(p -> {
            throw new Malformed(p);
        });
        return rename;
    }

    private Note note() {
        if (element() instanceof Element.OfNote n) {
            return n.note();
        }
        throw new IllegalStateException(path + " is no note");
    }

    private static Optional<String> host(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Node.hostProblem(text).ifPresent(p -> {
            throw new Malformed(p);
        });
        return Optional.of(text);
    }

    private KindForm kind() {
        Interface link = drawing.topology().find(port()).orElseThrow();
        return new KindForm(port(), drawing.topology(), link);
    }

    /** A port more, or port {@code index} freed. */
    private Edit ports(int index, String text) {
        SpaceId at = port().space();
        return index == NEW
                ? new Edit.Enslave(new PortId(at, new IfName(text)), bridge().name())
                : new Edit.Free(new PortId(at, bridge().ports().get(index)));
    }

    private Edit nics(int index, String text) {
        Lan lan = lan();
        return new Edit.SetLan(lan.withNics(put(
                lan.nics(), index, text.isEmpty() ? List.of() : List.of(CableForm.drawn(drawing.topology(), text)))));
    }

    private Texts title() {
        Optional<Group> group = drawing.layout().marks().group(path);
        if (group.isPresent()) {
            return group.get().title();
        }
        return switch (element()) {
            case Element.OfNode n -> n.node().title();
            case Element.OfNamespace s -> s.namespace().title();
            case Element.OfLan l -> l.lan().title();
            case Element.OfTopology t -> drawing.topology().title();
            case Element.OfBridge b -> Texts.NONE;
            case Element.OfInterface i -> Texts.NONE;
            case Element.OfContainer c -> Texts.NONE;
            case Element.OfCable c -> Texts.NONE;
            case Element.OfNote n -> Texts.NONE;
        };
    }

    /** Several on one line are taken too, with commas or spaces between them. */
    private static List<Cidr> addresses(String text) {
        return Arrays.stream(text.split("[\\s,，]+"))
                .filter(s -> !s.isEmpty())
                .map(Cidr::parse)
                .toList();
    }

    private List<Cidr> addresses() {
        return drawing.topology().find(port()).map(Interface::addresses).orElseGet(() -> bridge().addresses());
    }

    private static OptionalInt number(String text, int least, int most) {
        return Numbers.whole(text, least, most);
    }

    private static boolean on(String text) {
        return Boolean.parseBoolean(text);
    }

    private Edit options(BridgeOptions next) {
        return new Edit.SetBridgeOptions(port(), next);
    }

    private BridgeOptions options() {
        return bridge().options();
    }

    /** With {@code values} in the place of the one at {@code index}, or behind the last. */
    static <T> List<T> put(List<T> list, int index, List<T> values) {
        List<T> next = new ArrayList<>(list);
        int at = Math.min(index, next.size());
        if (at < next.size()) {
            next.remove(at);
        }
        next.addAll(at, values);
        return next;
    }

    static <T> List<T> swapped(List<T> list, int a, int b) {
        List<T> next = new ArrayList<>(list);
        if (b >= 0 && b < next.size()) {
            Collections.swap(next, a, b);
        }
        return next;
    }

    private SpaceForm stack() {
        Topology t = drawing.topology();
        return element() instanceof Element.OfNamespace s
                ? new SpaceForm(t, s.id(), s.namespace())
                : new SpaceForm(t, SpaceId.root(node().name()), node().root());
    }

    private Node node() {
        if (element() instanceof Element.OfNode n) {
            return n.node();
        }
        throw new IllegalStateException(path + " has no stack of its own");
    }

    private PortId port() {
        return PortId.parse(path);
    }

    private Edit set(Container next) {
        return new Edit.SetContainer(((Element.OfContainer) element()).space(), next);
    }

    private Container container() {
        if (element() instanceof Element.OfContainer c) {
            return c.container();
        }
        throw new IllegalStateException(path + " is no container");
    }

    private Cable cable() {
        if (element() instanceof Element.OfCable c) {
            return c.cable();
        }
        throw new IllegalStateException(path + " is no cable");
    }

    private Lan lan() {
        if (element() instanceof Element.OfLan l) {
            return l.lan();
        }
        throw new IllegalStateException(path + " is no LAN");
    }

    private Bridge bridge() {
        if (element() instanceof Element.OfBridge b) {
            return b.bridge();
        }
        throw new IllegalStateException(path + " is no bridge");
    }
}
