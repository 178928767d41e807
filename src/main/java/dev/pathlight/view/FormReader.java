package dev.pathlight.view;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads what was typed or pressed in the inspector's form about the thing at a path, and says which edit it asks for. */
final class FormReader {
    /** Behind the last line: the line that adds one. */
    static final int NEW = Integer.MAX_VALUE;

    private final Drawing drawing;
    private final String path;
    private final Element element;

    /** {@code path} is on the drawing. */
    FormReader(Drawing drawing, String path) {
        this.drawing = drawing;
        this.path = path;
        element = Element.find(drawing.topology(), path).orElseThrow();
    }

    /**
     * What {@code text} for {@code property} asks for; throws {@link Malformed}, which says why it cannot be taken.
     *
     * @param index of a line among several, {@link #NEW} adds one; otherwise 0
     */
    Edit typed(Property property, int index, String text, Locale locale) {
        String t = text.trim();
        return switch (property) {
            case NAME -> name(path, t);
            case END_A -> name(cable().a().toString(), t);
            case END_B -> name(cable().b().toString(), t);
            case TITLE -> new Edit.SetTitle(path, texts(title(), t, locale));
            case TEXT -> note(t, locale);
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
            case FORWARD -> sysctlSwitch(Form.FORWARD, on(t));
            case FORWARD_V6 -> sysctlSwitch(Form.FORWARD_V6, on(t));
            case ROUTES -> routes(r -> put(r, index, t.isEmpty() ? List.of() : List.of(RouteLine.parse(t))));
            case MASQUERADE -> masquerades(put(stack().nat().masquerades(), index, maybe(t, FilterLine::masquerade)));
            case PUBLISH -> published(put(stack().nat().portMappings(), index, maybe(t, FilterLine::published)));
            case FILTERS -> filters(put(stack().firewall().rules(), index, maybe(t, FilterLine::rule)));
            case POLICIES ->
                policies(put(
                        List.copyOf(stack().firewall().policies().entrySet()), index, maybe(t, FilterLine::policy)));
            case SYSCTLS -> sysctl(index, t);
            case COMMAND ->
                set(container()
                        .withCommand(put(container().command(), index, t.isEmpty() ? List.of() : List.of(text))));
            case LISTENS ->
                set(container()
                        .withListens(put(
                                container().listens(),
                                index,
                                t.isEmpty() ? List.of() : List.of(ContainerLines.parse(t)))));
            case PORTS, INTERFACES, BRIDGES, CONTAINERS -> throw new Malformed(Sentence.of("it cannot be typed"));
        };
    }

    /** Without line {@code index}. */
    Edit without(Property property, int index) {
        return typed(property, index, "", Locale.ROOT);
    }

    /** With line {@code index} one place further down, or up when {@code step} is -1. */
    Edit moved(Property property, int index, int step) {
        if (property == Property.ROUTES) {
            return routes(r -> swapped(r, index, index + step));
        }
        if (property == Property.FILTERS) {
            return filters(swapped(stack().firewall().rules(), index, index + step));
        }
        if (property == Property.COMMAND) {
            return set(container().withCommand(swapped(container().command(), index, index + step)));
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

    private Edit note(String text, Locale locale) {
        if (!(element instanceof Element.OfNote n)) {
            throw new IllegalStateException(path);
        }
        return new Edit.SetNote(n.note().id(), texts(n.note().text(), text, locale));
    }

    /** The words of {@code locale}'s language replaced; nothing typed takes away the words that were shown. */
    private static Texts texts(Texts before, String text, Locale locale) {
        Map<String, String> words = new TreeMap<>(before.byLanguage());
        if (!text.isEmpty()) {
            words.put(locale.getLanguage(), text);
        } else if (words.containsKey(locale.getLanguage())) {
            words.remove(locale.getLanguage());
        } else {
            words.values().remove(before.in(locale));
        }
        return Texts.of(words);
    }

    private Texts title() {
        return switch (element) {
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
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Malformed(Sentence.of("\"{0}\" is not a number from {1} to {2}", text, least, most));
        }
        return OptionalInt.of(Integer.parseInt(text));
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

    /** Off is what the kernel does unasked. */
    private Edit sysctlSwitch(String key, boolean on) {
        return new Edit.SetSysctl(space(), key, on ? Optional.of("1") : Optional.empty());
    }

    private Edit sysctl(int index, String text) {
        List<Edit> edits = new ArrayList<>();
        if (index != NEW) {
            String before = Form.keys(stack()).get(index);
            edits.add(new Edit.SetSysctl(space(), before, Optional.empty()));
        }
        if (!text.isEmpty()) {
            int equals = text.indexOf('=');
            String key = text.substring(0, Math.max(0, equals)).trim();
            String value = text.substring(equals + 1).trim();
            if (key.isEmpty() || value.isEmpty()) {
                throw new Malformed(Sentence.of("\"{0}\" is not a key, an equals sign and a value", text));
            }
            edits.add(new Edit.SetSysctl(space(), key, Optional.of(value)));
        }
        return new Edit.All(edits);
    }

    private Edit routes(UnaryOperator<List<Route>> change) {
        return new Edit.SetRoutes(space(), change.apply(stack().routes()));
    }

    /** What was typed; nothing typed is none. */
    private static <T> List<T> maybe(String text, Function<String, T> read) {
        return text.isEmpty() ? List.of() : List.of(read.apply(text));
    }

    private Edit masquerades(List<Nat.Masquerade> next) {
        return new Edit.SetNat(space(), new Nat(next, stack().nat().portMappings()));
    }

    private Edit published(List<Nat.PortMapping> next) {
        return new Edit.SetNat(space(), new Nat(stack().nat().masquerades(), next));
    }

    private Edit filters(List<Firewall.Rule> next) {
        return new Edit.SetFirewall(space(), stack().firewall().withRules(next));
    }

    private Edit policies(List<Map.Entry<Firewall.Hook, Firewall.Policy>> next) {
        Map<Firewall.Hook, Firewall.Policy> policies = new TreeMap<>();
        next.forEach(e -> policies.put(e.getKey(), e.getValue()));
        return new Edit.SetFirewall(space(), stack().firewall().withPolicies(policies));
    }

    /** With {@code values} in the place of the one at {@code index}, or behind the last. */
    private static <T> List<T> put(List<T> list, int index, List<T> values) {
        List<T> next = new ArrayList<>(list);
        int at = Math.min(index, next.size());
        if (at < next.size()) {
            next.remove(at);
        }
        next.addAll(at, values);
        return next;
    }

    private static <T> List<T> swapped(List<T> list, int a, int b) {
        List<T> next = new ArrayList<>(list);
        if (b >= 0 && b < next.size()) {
            Collections.swap(next, a, b);
        }
        return next;
    }

    private SpaceId space() {
        return element instanceof Element.OfNamespace s ? s.id() : SpaceId.root(node().name());
    }

    private Namespace stack() {
        return element instanceof Element.OfNamespace s ? s.namespace() : node().root();
    }

    private Node node() {
        if (element instanceof Element.OfNode n) {
            return n.node();
        }
        throw new IllegalStateException(path + " has no stack of its own");
    }

    private PortId port() {
        return PortId.parse(path);
    }

    private Edit set(Container next) {
        return new Edit.SetContainer(((Element.OfContainer) element).space(), next);
    }

    private Container container() {
        if (element instanceof Element.OfContainer c) {
            return c.container();
        }
        throw new IllegalStateException(path + " is no container");
    }

    private Cable cable() {
        if (element instanceof Element.OfCable c) {
            return c.cable();
        }
        throw new IllegalStateException(path + " is no cable");
    }

    private Bridge bridge() {
        if (element instanceof Element.OfBridge b) {
            return b.bridge();
        }
        throw new IllegalStateException(path + " is no bridge");
    }
}
