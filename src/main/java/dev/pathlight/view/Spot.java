package dev.pathlight.view;

import dev.pathlight.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The place in a thing's form at which something is to be mended.
 *
 * @param index of the line among several that can be typed, from 0; otherwise 0
 */
public record Spot(Property property, int index) {
    private static final Pattern LINE = Pattern.compile(
            "\\.(routes|addresses|ports|masquerade|publish|rules|command|listens|peers|members|nics)\\[(\\d+)](?:\\.\\w+)?(?:\\[\\d+])?$");
    private static final Pattern END = Pattern.compile("\\.ends\\[([01])]$");
    private static final Pattern SYSCTL = Pattern.compile("\\.sysctls\\[\"([^\"]+)\"]$");
    private static final Pattern FIELD = Pattern.compile("\\.(\\w+)$");
    /** By the name of the field in the file. */
    private static final Map<String, Property> FIELDS = Map.ofEntries(
            Map.entry("name", Property.NAME),
            Map.entry("id", Property.NAME),
            Map.entry("host", Property.HOST),
            Map.entry("kind", Property.KIND),
            Map.entry("vni", Property.VNI),
            Map.entry("device", Property.DEVICE),
            Map.entry("local", Property.LOCAL),
            Map.entry("remote", Property.REMOTE),
            Map.entry("peers", Property.PEERS),
            Map.entry("parent", Property.PARENT),
            Map.entry("members", Property.MEMBERS),
            Map.entry("nics", Property.NICS),
            Map.entry("impairment", Property.LINK_DELAY),
            Map.entry("addresses", Property.ADDRESSES),
            Map.entry("routes", Property.ROUTES),
            Map.entry("command", Property.COMMAND),
            Map.entry("listens", Property.LISTENS),
            Map.entry("ports", Property.PORTS),
            Map.entry("mac", Property.MAC),
            Map.entry("mtu", Property.MTU),
            Map.entry("ageing_seconds", Property.AGEING),
            Map.entry("forward_delay_seconds", Property.DELAY),
            Map.entry("priority", Property.PRIORITY),
            Map.entry("pvid", Property.PVID),
            Map.entry("masquerade", Property.MASQUERADE),
            Map.entry("publish", Property.PUBLISH),
            Map.entry("rules", Property.FILTERS),
            // Of all that is translated only one thing is found wrong: nothing is forwarded.
            Map.entry("nat", Property.FORWARD));

    /** Where in {@code form} {@code finding} belongs; empty when it is about the thing as a whole. */
    public static Optional<Spot> of(Finding finding, List<Entry> form) {
        String field = finding.field();
        Matcher line = LINE.matcher(field);
        Matcher sysctl = SYSCTL.matcher(field);
        Matcher plain = FIELD.matcher(field);
        if (line.find()) {
            return in(form, line.group(1), Integer.parseInt(line.group(2)));
        }
        Matcher end = END.matcher(field);
        if (end.find()) {
            return in(form, end.group(1).equals("0") ? Property.PLUG_A : Property.PLUG_B, 0);
        }
        if (sysctl.find()) {
            return sysctl(form, sysctl.group(1));
        }
        return plain.find() ? in(form, plain.group(1), 0) : Optional.empty();
    }

    private static Optional<Spot> in(List<Entry> form, String field, int index) {
        return Optional.ofNullable(FIELDS.get(field)).flatMap(p -> in(form, p, index));
    }

    private static Optional<Spot> in(List<Entry> form, Property property, int index) {
        return form.stream()
                .filter(e -> e.property() == property)
                .filter(e -> !(e instanceof Entry.Lines l) || index < l.items().size())
                .findFirst()
                .map(e -> new Spot(property, e instanceof Entry.Lines ? index : 0));
    }

    private static Optional<Spot> sysctl(List<Entry> form, String key) {
        return switch (key) {
            case SpaceForm.FORWARD -> in(form, Property.FORWARD, 0);
            case SpaceForm.FORWARD_V6 -> in(form, Property.FORWARD_V6, 0);
            default -> {
                List<String> items = form.stream()
                        .filter(e -> e.property() == Property.SYSCTLS)
                        .flatMap(e -> e instanceof Entry.Lines l ? l.items().stream() : Stream.of())
                        .toList();
                yield IntStream.range(0, items.size())
                        .filter(i -> items.get(i).startsWith(key + " = "))
                        .mapToObj(i -> new Spot(Property.SYSCTLS, i))
                        .findFirst();
            }
        };
    }
}
