package dev.pathlight.view;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.view.Entry.Growth;
import dev.pathlight.view.Entry.Lines;
import dev.pathlight.view.Entry.Link;
import dev.pathlight.view.Entry.Links;
import dev.pathlight.view.Entry.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A network stack in the form: what it does with packets, and what is in it. */
final class SpaceForm {
    static final String FORWARD = "ipv4.ip_forward";
    static final String FORWARD_V6 = "ipv6.conf.all.forwarding";

    private static final List<String> SWITCHED = List.of(FORWARD, FORWARD_V6);

    private final Topology topology;
    private final SpaceId id;
    private final Namespace space;

    SpaceForm(Topology topology, SpaceId id, Namespace space) {
        this.topology = topology;
        this.id = id;
        this.space = space;
    }

    List<Entry> rows() {
        return List.of(
                lines(Property.ROUTES, space.routes(), RouteLine::write, true, "10.1.2.0/24 via 10.1.1.1"),
                new Switch(Property.FORWARD, isOn(FORWARD)),
                new Switch(Property.FORWARD_V6, isOn(FORWARD_V6)),
                lines(
                        Property.SYSCTLS,
                        keys(),
                        k -> k + " = " + space.sysctls().get(k),
                        false,
                        "ipv4.conf.all.rp_filter = 0"),
                new Links(
                        Property.INTERFACES,
                        inside(space.interfaces().stream().map(Interface::name)),
                        false,
                        new Growth.Making("eth1")),
                new Links(
                        Property.BRIDGES, inside(space.bridges().stream().map(Bridge::name)), false, new Growth.None()),
                new Links(
                        Property.CONTAINERS,
                        inside(space.containers().stream().map(c -> c.name())),
                        false,
                        new Growth.Making("web")),
                lines(
                        Property.MASQUERADE,
                        space.nat().masquerades(),
                        FilterLine::write,
                        false,
                        "172.17.0.0/16 except docker0"),
                lines(
                        Property.PUBLISH,
                        space.nat().portMappings(),
                        FilterLine::write,
                        false,
                        "8080/tcp to 172.17.0.2:80"),
                lines(
                        Property.FILTERS,
                        space.firewall().rules(),
                        FilterLine::write,
                        true,
                        "forward drop from 10.1.1.0/24"),
                lines(Property.POLICIES, policies(), FilterLine::write, false, "forward drop"));
    }

    private static <T> Lines lines(
            Property property, List<T> items, Function<T, String> write, boolean ordered, String prompt) {
        return new Lines(property, items.stream().map(write).toList(), ordered, prompt);
    }

    private boolean isOn(String key) {
        return "1".equals(space.sysctls().get(key));
    }

    /** The keys of the sysctls that have no switch of their own, in the order of their lines. */
    private List<String> keys() {
        return space.sysctls().keySet().stream()
                .filter(k -> !SWITCHED.contains(k))
                .toList();
    }

    private List<Map.Entry<Firewall.Hook, Firewall.Policy>> policies() {
        return List.copyOf(space.firewall().policies().entrySet());
    }

    private List<Link> inside(Stream<?> names) {
        return names.map(n -> new Link(n.toString(), id + "/" + n)).toList();
    }

    /** What {@code t} for {@code property} asks for; throws {@link Malformed}, which says why it cannot be taken. */
    Edit typed(Property property, int index, String t) {
        return switch (property) {
            case FORWARD -> sysctlSwitch(FORWARD, Boolean.parseBoolean(t));
            case FORWARD_V6 -> sysctlSwitch(FORWARD_V6, Boolean.parseBoolean(t));
            case SYSCTLS -> sysctl(index, t);
            case ROUTES -> routes(changed(space.routes(), index, t, RouteLine::parse));
            case MASQUERADE ->
                nat(
                        changed(space.nat().masquerades(), index, t, FilterLine::masquerade),
                        space.nat().portMappings());
            case PUBLISH ->
                nat(space.nat().masquerades(), changed(space.nat().portMappings(), index, t, FilterLine::published));
            case FILTERS -> filters(changed(space.firewall().rules(), index, t, FilterLine::rule));
            case POLICIES -> policies(changed(policies(), index, t, FilterLine::policy));
            case INTERFACES -> new Edit.AddInterface(id, Interface.cableEnd(new IfName(fresh(t))));
            case CONTAINERS ->
                new Edit.SetContainer(id, Suggest.container(topology, id).withName(new Name(fresh(t))));
            default -> throw new Malformed(Sentence.of("it cannot be typed"));
        };
    }

    /** Nothing typed takes the line out. */
    private static <T> List<T> changed(List<T> list, int index, String text, Function<String, T> read) {
        return FormReader.put(list, index, text.isEmpty() ? List.of() : List.of(read.apply(text)));
    }

    /** A name that nothing here has. */
    private String fresh(String name) {
        if (Element.find(topology, id + "/" + name).isPresent()) {
            throw new Malformed(Sentence.of("there is already something called \"{0}\" here", name));
        }
        return name;
    }

    /** With line {@code index} one place further down, or up when {@code step} is -1. */
    Edit moved(Property property, int index, int step) {
        return property == Property.ROUTES
                ? routes(FormReader.swapped(space.routes(), index, index + step))
                : filters(FormReader.swapped(space.firewall().rules(), index, index + step));
    }

    /** Off is what the kernel does unasked. */
    private Edit sysctlSwitch(String key, boolean on) {
        return new Edit.SetSysctl(id, key, on ? Optional.of("1") : Optional.empty());
    }

    private Edit sysctl(int index, String text) {
        List<Edit> edits = new ArrayList<>();
        if (index != FormReader.NEW) {
            edits.add(new Edit.SetSysctl(id, keys().get(index), Optional.empty()));
        }
        if (!text.isEmpty()) {
            int equals = text.indexOf('=');
            String key = text.substring(0, Math.max(0, equals)).trim();
            String value = text.substring(equals + 1).trim();
            if (key.isEmpty() || value.isEmpty()) {
                throw new Malformed(Sentence.of("\"{0}\" is not a key, an equals sign and a value", text));
            }
            edits.add(new Edit.SetSysctl(id, key, Optional.of(value)));
        }
        return new Edit.All(edits);
    }

    private Edit routes(List<Route> next) {
        return new Edit.SetRoutes(id, next);
    }

    private Edit nat(List<Nat.Masquerade> masquerades, List<Nat.PortMapping> published) {
        return new Edit.SetNat(id, new Nat(masquerades, published));
    }

    private Edit filters(List<Firewall.Rule> next) {
        return new Edit.SetFirewall(id, space.firewall().withRules(next));
    }

    private Edit policies(List<Map.Entry<Firewall.Hook, Firewall.Policy>> next) {
        Map<Firewall.Hook, Firewall.Policy> policies = new TreeMap<>();
        next.forEach(e -> policies.put(e.getKey(), e.getValue()));
        return new Edit.SetFirewall(id, space.firewall().withPolicies(policies));
    }
}
