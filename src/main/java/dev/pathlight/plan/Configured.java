package dev.pathlight.plan;

import dev.pathlight.plan.StackState.Address;
import dev.pathlight.plan.StackState.Way;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Filters, addresses and routes. What stands in an order is kept as far as it has the right one; behind that it goes and
 * comes again. New ones come by the steps of the whole plan.
 */
record Configured(Difference difference) {
    void write() {
        Set<SpaceId> stayed = difference.stayed();
        stayed.forEach(this::filters);
        stayed.forEach(this::ipv6);
        stayed.forEach(this::settings);
        stayed.forEach(this::addressesGone);
        stayed.forEach(this::routesGone);
        for (Step step : difference.of(Stage.CONFIGURE)) {
            boolean done = stayed.contains(step.op().space())
                    && (isFilter(step.op())
                            || turnsIpv6(step.op()) && isSettled(step.op().space()));
            if (!done) {
                difference.add(step);
            }
        }
    }

    private StackState now(SpaceId space) {
        return difference.now().at(space);
    }

    private StackState wanted(SpaceId space) {
        return difference.wanted().at(space);
    }

    private void add(NetOp op, String element) {
        difference.add(Stage.CONFIGURE, op, element);
    }

    private static boolean turnsIpv6(NetOp op) {
        return op instanceof NetOp.WriteSysctl w && Sysctls.turnsIpv6Off(w.key());
    }

    /** Written again, what is written for all would undo what is written for one. */
    private boolean isSettled(SpaceId space) {
        StackState is = now(space);
        StackState aim = wanted(space);
        return List.of(Sysctls.IPV6_OFF, Sysctls.IPV6_OFF_BY_DEFAULT).stream()
                        .allMatch(k -> aim.sysctls()
                                .getOrDefault(k, "")
                                .equals(is.sysctls().get(k)))
                && aim.links().entrySet().stream()
                        .allMatch(e -> is.link(e.getKey()).orElseThrow().set().ipv6Off()
                                == e.getValue().set().ipv6Off());
    }

    private boolean isWritten(SpaceId space, String key) {
        return difference.of(Stage.CONFIGURE).stream()
                .anyMatch(s -> s.op() instanceof NetOp.WriteSysctl w
                        && w.space().equals(space)
                        && w.key().equals(key));
    }

    private static boolean isFilter(NetOp op) {
        return op instanceof NetOp.AddFilterTable
                || op instanceof NetOp.AddFilterChain
                || op instanceof NetOp.AddFilterRule;
    }

    /** Where rules are only added at the end, the others go on counting; otherwise the table is made anew. */
    private void filters(SpaceId space) {
        List<NetOp> wanted = wanted(space).filters();
        List<NetOp> is = List.copyOf(now(space).filters());
        boolean begins =
                is.size() <= wanted.size() && wanted.subList(0, is.size()).equals(is);
        String element = now(space).element();
        if (!begins) {
            add(new NetOp.DeleteFilterTable(space, FilterStage.TABLE), element);
        }
        wanted.subList(begins ? is.size() : 0, wanted.size()).forEach(op -> add(op, element));
    }

    /**
     * A device keeps what it was made with, whatever is written for those to come. Where new links stay silent the whole plan
     * leaves the setting for all as a new namespace has it.
     */
    private void ipv6(SpaceId space) {
        String all = wanted(space).sysctls().getOrDefault(Sysctls.IPV6_OFF, "0");
        String byDefault = wanted(space).sysctls().getOrDefault(Sysctls.IPV6_OFF_BY_DEFAULT, "0");
        if (!isWritten(space, Sysctls.IPV6_OFF)
                && !all.equals(now(space).sysctls().get(Sysctls.IPV6_OFF))) {
            add(new NetOp.WriteSysctl(space, Sysctls.IPV6_OFF, all), now(space).element());
            add(
                    new NetOp.WriteSysctl(space, Sysctls.IPV6_OFF_BY_DEFAULT, byDefault),
                    now(space).element());
        }
        Map<IfName, HeldLink> links = wanted(space).links();
        boolean comesOn = "0".equals(wanted(space).sysctls().get(Sysctls.IPV6_OFF_BY_DEFAULT));
        links.forEach((name, wanted) -> {
            boolean off = wanted.set().ipv6Off();
            boolean differs = now(space).link(name).orElseThrow().set().ipv6Off() != off;
            if (differs && (off || !comesOn)) {
                PortId id = new PortId(space, name);
                NetOp write = new NetOp.WriteSysctl(space, Sysctls.ipv6Off(name), off ? "1" : "0");
                add(write, difference.drawn().element(id));
            }
        });
    }

    private void settings(SpaceId space) {
        for (String key : List.copyOf(now(space).sysctls().keySet())) {
            if (!wanted(space).sysctls().containsKey(key)) {
                add(new NetOp.ResetSysctl(space, key), now(space).element());
            }
        }
    }

    /** Last first: a primary address would take the secondary ones of its network along. */
    private void addressesGone(SpaceId space) {
        Map<Object, List<Address>> wanted = new LinkedHashMap<>();
        wanted(space)
                .addresses()
                .forEach(a -> wanted.computeIfAbsent(a.group(), g -> new ArrayList<>())
                        .add(a));
        Map<Object, List<Address>> is = new LinkedHashMap<>();
        now(space)
                .addresses()
                .forEach(a ->
                        is.computeIfAbsent(a.group(), g -> new ArrayList<>()).add(a));
        Set<Address> kept = new HashSet<>();
        is.forEach((group, own) -> kept.addAll(common(own, wanted.getOrDefault(group, List.of()))));
        for (Address a : List.copyOf(now(space).addresses()).reversed()) {
            if (!kept.contains(a)) {
                PortId id = new PortId(space, a.device());
                int index = difference.now().index(id).orElseThrow();
                add(
                        new NetOp.DeleteAddress(space, index, a.device(), a.cidr()),
                        difference.drawn().element(id));
            }
        }
    }

    private static <T> List<T> common(List<T> a, List<T> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
            n++;
        }
        return a.subList(0, n);
    }

    private void routesGone(SpaceId space) {
        Set<Object> inFront = new HashSet<>();
        for (Step step : difference.of(Stage.CONFIGURE)) {
            if (step.op() instanceof NetOp.AddRoute r
                    && r.inFront()
                    && r.space().equals(space)) {
                inFront.add(new Way(r.route(), Optional.empty()).group());
            }
        }
        Map<Object, List<Route>> wanted = byGroup(wanted(space).ways());
        Set<Route> kept = new HashSet<>();
        byGroup(now(space).ways()).forEach((group, own) -> {
            List<Route> aim = wanted.getOrDefault(group, List.of());
            kept.addAll(inFront.contains(group) ? begins(own.reversed(), aim.reversed()) : begins(own, aim));
        });
        for (Way way : List.copyOf(now(space).ways())) {
            if (!kept.contains(way.route())) {
                add(
                        new NetOp.DeleteRoute(space, way.route(), index(space, way)),
                        now(space).element());
            }
        }
    }

    /** The index of the device that the route names. */
    private OptionalInt index(SpaceId space, Way way) {
        return way.route()
                .device()
                .map(d -> difference.now().index(new PortId(space, d)))
                .orElse(OptionalInt.empty());
    }

    private static Map<Object, List<Route>> byGroup(List<Way> ways) {
        Map<Object, List<Route>> groups = new LinkedHashMap<>();
        ways.forEach(
                w -> groups.computeIfAbsent(w.group(), g -> new ArrayList<>()).add(w.route()));
        return groups;
    }

    /** As much of the beginning of {@code aim} as stands in {@code own} in that order. */
    private static <T> List<T> begins(List<T> own, List<T> aim) {
        List<T> found = new ArrayList<>();
        for (T each : own) {
            if (found.size() < aim.size() && aim.get(found.size()).equals(each)) {
                found.add(each);
            }
        }
        return found;
    }
}
