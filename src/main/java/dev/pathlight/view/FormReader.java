package dev.pathlight.view;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
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
     * What {@code text} for {@code property} asks for; throws IllegalArgumentException that says why it cannot be taken.
     *
     * @param index of a line among several, {@link #NEW} adds one; otherwise 0
     */
    Edit typed(Property property, int index, String text, Locale locale) {
        String t = text.trim();
        return switch (property) {
            case NAME -> name(t);
            case TITLE -> new Edit.SetTitle(path, texts(title(), t, locale));
            case TEXT -> note(t, locale);
            case ADDRESSES -> new Edit.SetAddresses(port(), addresses(t));
            case MAC -> new Edit.SetMac(port(), t.isEmpty() ? Optional.empty() : Optional.of(Mac.parse(t)));
            case MTU -> new Edit.SetMtu(port(), number(t, 68, 65_535));
            case AGEING -> options(number(t, 0, 1_000_000));
            case UP -> new Edit.SetUp(port(), on(t));
            case STP -> new Edit.SetBridgeOptions(port(), bridge().options().withStp(on(t)));
            case FORWARD -> new Edit.SetSysctl(space(), Form.FORWARD, on(t) ? Optional.of("1") : Optional.empty());
            case ROUTES -> routes(r -> put(r, index, RouteLine.parse(t)));
            case SYSCTLS -> sysctl(index, t);
            case PORTS, INTERFACES, BRIDGES, ENDS -> throw new IllegalArgumentException("it cannot be typed");
        };
    }

    /** Without line {@code index}. */
    Edit without(Property property, int index) {
        return property == Property.SYSCTLS
                ? new Edit.SetSysctl(space(), key(index), Optional.empty())
                : new Edit.RemoveRoute(space(), index);
    }

    /** With line {@code index} one place further down, or up when {@code step} is -1. */
    Edit moved(Property property, int index, int step) {
        if (property == Property.ROUTES) {
            return routes(r -> swapped(r, index, index + step));
        }
        // A port that joins anew becomes the last one, so joining all of them in order puts them in order.
        return new Edit.All(swapped(bridge().ports(), index, index + step).stream()
                .map(p -> (Edit) new Edit.Enslave(new PortId(port().space(), p), bridge().name()))
                .toList());
    }

    private Edit name(String text) {
        Edit.Rename rename = new Edit.Rename(path, text);
        rename.problem(drawing).ifPresent(p -> {
            throw new IllegalArgumentException(p);
        });
        return rename;
    }

    private Edit note(String text, Locale locale) {
        if (!(element instanceof Element.OfNote n)) {
            throw new IllegalStateException(path);
        }
        return new Edit.SetNote(n.note().id(), texts(n.note().text(), text, locale));
    }

    private static Texts texts(Texts before, String text, Locale locale) {
        Map<String, String> words = new TreeMap<>(before.byLanguage());
        if (text.isEmpty()) {
            words.remove(locale.getLanguage());
        } else {
            words.put(locale.getLanguage(), text);
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
            case Element.OfCable c -> Texts.NONE;
            case Element.OfNote n -> Texts.NONE;
        };
    }

    private static List<Cidr> addresses(String text) {
        return Arrays.stream(text.split("[\\s,，]+"))
                .filter(s -> !s.isEmpty())
                .map(Cidr::parse)
                .toList();
    }

    private static OptionalInt number(String text, int least, int most) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number from " + least + " to " + most);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static boolean on(String text) {
        return Boolean.parseBoolean(text);
    }

    private Edit options(OptionalInt ageing) {
        return new Edit.SetBridgeOptions(port(), bridge().options().withAgeingSeconds(ageing));
    }

    private Edit sysctl(int index, String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).trim();
        String value = text.substring(equals + 1).trim();
        if (key.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a key, an equals sign and a value");
        }
        Edit set = new Edit.SetSysctl(space(), key, Optional.of(value));
        boolean renamed = index != NEW && !key(index).equals(key);
        return renamed ? new Edit.All(List.of(without(Property.SYSCTLS, index), set)) : set;
    }

    private String key(int index) {
        return Form.sysctls(stack()).get(index).replaceFirst(" = .*", "");
    }

    private Edit routes(UnaryOperator<List<Route>> change) {
        return new Edit.SetRoutes(space(), change.apply(stack().routes()));
    }

    private static <T> List<T> put(List<T> list, int index, T value) {
        List<T> next = new ArrayList<>(list);
        if (index < next.size()) {
            next.set(index, value);
        } else {
            next.add(value);
        }
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

    private Bridge bridge() {
        if (element instanceof Element.OfBridge b) {
            return b.bridge();
        }
        throw new IllegalStateException(path + " is no bridge");
    }
}
