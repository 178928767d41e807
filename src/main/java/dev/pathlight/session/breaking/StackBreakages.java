package dev.pathlight.session.breaking;

import dev.pathlight.plan.FilterChain;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.SettingsRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done wrong with a network stack as a whole. */
record StackBreakages(Stacks stacks, Stack stack) {
    private static final String TABLE = "firewall";
    private static final int STRICT = 1;
    private static final int LOOSE = 2;

    Stream<Breakage> all() {
        return Stream.of(notForwarding(), notForwardingV6(), rpFilter(), firewall())
                .flatMap(Optional::stream);
    }

    private Breakage breakage(Breakage.Kind kind, Sentence words, List<NetOp> doing, List<NetOp> undoing) {
        return new Breakage(kind, stack.id().toString(), words, doing, undoing);
    }

    private OptionalInt setting(boolean v6, int index, Function<SettingsRow, OptionalInt> which) {
        return stack.now().settings().stream()
                .filter(r -> r.v6() == v6 && r.index() == index)
                .map(which)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** Whether it stands between networks and passes packets on. */
    private boolean isRouter(boolean v6) {
        return stack.addressed(v6).size() > 1
                && setting(v6, SettingsRow.ALL, SettingsRow::forwarding).orElse(0) != 0;
    }

    private Optional<Breakage> notForwarding() {
        return isRouter(false)
                ? Optional.of(breakage(
                        Breakage.Kind.NOT_FORWARDING,
                        Sentence.of("{0} does not forward, its ip_forward is 0", stack.name()),
                        List.of(stack.sysctl("ipv4.ip_forward", 0)),
                        List.of(stack.sysctl("ipv4.ip_forward", 1))))
                : Optional.empty();
    }

    private Optional<Breakage> notForwardingV6() {
        String key = "ipv6.conf.all.forwarding";
        return isRouter(true)
                ? Optional.of(breakage(
                        Breakage.Kind.NOT_FORWARDING,
                        Sentence.of("{0} does not forward IPv6, its forwarding is 0", stack.name()),
                        List.of(stack.sysctl(key, 0)),
                        List.of(stack.sysctl(key, 1))))
                : Optional.empty();
    }

    /** A neighbour of {@code stack} at one of its devices. */
    private record Neighbour(LinkRow device, IpAddress address) {}

    private List<Neighbour> neighbours() {
        List<Neighbour> all = new ArrayList<>();
        for (LinkRow device : stack.addressed(false)) {
            stacks.beside(stack, device)
                    .forEach(h -> all.add(new Neighbour(device, h.address().address())));
        }
        return all;
    }

    /** A strict filter hurts where the way back is another one: so a route leads back over another neighbour. */
    private Optional<Breakage> rpFilter() {
        if (!isRouter(false)) {
            return Optional.empty();
        }
        List<Neighbour> all = neighbours();
        return all.stream()
                .findFirst()
                .flatMap(victim -> all.stream()
                        .filter(n -> n.device().index() != victim.device().index())
                        .findFirst()
                        .flatMap(detour -> strict(victim, detour)));
    }

    private Optional<Breakage> strict(Neighbour victim, Neighbour detour) {
        int index = victim.device().index();
        OptionalInt own = setting(false, index, SettingsRow::rpFilter);
        OptionalInt all = setting(false, SettingsRow.ALL, SettingsRow::rpFilter);
        if (own.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        Route back = Route.via(new Cidr(victim.address(), victim.address().width()), detour.address())
                .withDevice(Optional.of(new IfName(detour.device().name())));
        String key = "ipv4.conf." + victim.device().name().replace('.', '/') + ".rp_filter";
        List<NetOp> doing = new ArrayList<>();
        List<NetOp> undoing = new ArrayList<>();
        doing.add(new NetOp.AddRoute(
                stack.id(), back, OptionalInt.of(detour.device().index())));
        undoing.add(stack.delete(back, detour.device().index()));
        doing.add(stack.sysctl(key, STRICT));
        undoing.add(stack.sysctl(key, own.getAsInt()));
        // The larger of the two counts, and loose is the larger number.
        if (all.getAsInt() == LOOSE) {
            String everywhere = "ipv4.conf.all.rp_filter";
            doing.add(stack.sysctl(everywhere, STRICT));
            undoing.add(stack.sysctl(everywhere, LOOSE));
        }
        return Optional.of(breakage(
                Breakage.Kind.RP_FILTER,
                Sentence.of(
                        "{0} filters strictly by the way back (rp_filter), which leads by {1} for {2}",
                        stack.name(victim.device()), detour.device().name(), victim.address()),
                doing,
                undoing));
    }

    private Optional<Breakage> firewall() {
        if (isRouter(false) || isRouter(true)) {
            return Optional.of(drop(
                    FilterChain.Hook.FORWARD,
                    Sentence.of("the firewall of {0} drops what it should forward", stack.name())));
        }
        boolean speaks = stack.loopback().isPresent()
                || Stream.of(false, true).anyMatch(v6 -> !stack.addressed(v6).isEmpty());
        return speaks
                ? Optional.of(drop(
                        FilterChain.Hook.INPUT, Sentence.of("the firewall of {0} drops what comes in", stack.name())))
                : Optional.empty();
    }

    private Breakage drop(FilterChain.Hook hook, Sentence words) {
        String name = hook.name().toLowerCase(Locale.ROOT);
        FilterChain chain = new FilterChain(name, FilterChain.Type.FILTER, hook, 0, true);
        return breakage(
                Breakage.Kind.FIREWALL,
                words,
                List.of(
                        new NetOp.AddFilterTable(stack.id(), TABLE),
                        new NetOp.AddFilterChain(stack.id(), TABLE, chain)),
                List.of(new NetOp.DeleteFilterTable(stack.id(), TABLE)));
    }
}
