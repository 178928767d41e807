package dev.pathlight.topology.graph;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Edit.AddCable;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What drawing a line from one thing to another does: a cable, or a NIC in a LAN; each new interface that is no bridge's port
 * gets the next free address of its network, and the way out where exactly one stack there passes packets on.
 */
public final class Plugging {
    private final List<Edit> edits = new ArrayList<>();
    private Drawing drawing;

    private Plugging(Topology t) {
        drawing = new Drawing(t, Layout.NONE);
    }

    /** Empty when the line means nothing. */
    public static Optional<Kit.Made> between(Topology t, String from, String to) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        Optional<Lan> lan = lan(t, to).or(() -> lan(t, from));
        if (lan.isPresent()) {
            String other = lan(t, to).isPresent() ? from : to;
            return nic(t, other).map(nic -> new Plugging(t).join(lan.get(), nic));
        }
        return Suggest.cable(t, from, to).map(c -> new Plugging(t).plug(c));
    }

    private static Optional<Lan> lan(Topology t, String path) {
        return Element.find(t, path)
                .flatMap(e -> e instanceof Element.OfLan l ? Optional.of(l.lan()) : Optional.empty());
    }

    /** The interface of {@code path} that can go into a LAN: itself, or a new {@code eth0} of a network stack. */
    private static Optional<PortId> nic(Topology t, String path) {
        return Element.find(t, path).flatMap(e -> switch (e) {
            case Element.OfNode n -> Optional.of(fresh(t, SpaceId.root(n.node().name())));
            case Element.OfNamespace n -> Optional.of(fresh(t, n.id()));
            case Element.OfInterface i -> isFree(t, i) ? Optional.of(i.id()) : Optional.empty();
            default -> Optional.empty();
        });
    }

    private static PortId fresh(Topology t, SpaceId space) {
        String name = Kit.next("eth", 0, n -> Element.find(t, space + "/" + n).isPresent());
        return new PortId(space, new IfName(name));
    }

    private static boolean isFree(Topology t, Element.OfInterface i) {
        return i.link().kind() instanceof LinkKind.CableEnd
                && t.peerOf(i.id()).isEmpty()
                && t.lans().stream().noneMatch(l -> l.nics().contains(i.id()));
    }

    private Kit.Made join(Lan lan, PortId nic) {
        boolean isNew = drawing.topology().find(nic).isEmpty();
        if (isNew) {
            add(new Edit.AddInterface(nic.space(), Interface.cableEnd(nic.name())));
        }
        List<PortId> nics = new ArrayList<>(lan.nics());
        nics.add(nic);
        add(new Edit.SetLan(lan.withNics(nics)));
        settle(isNew ? List.of(nic) : List.of());
        return new Kit.Made(nic.toString(), new Edit.All(edits));
    }

    private Kit.Made plug(AddCable cable) {
        List<PortId> fresh = new ArrayList<>();
        for (AddCable.End end : List.of(cable.a(), cable.b())) {
            boolean isNew = drawing.topology().find(end.port()).isEmpty();
            if (isNew && end.bridge().isEmpty()) {
                fresh.add(end.port());
            }
        }
        add(cable);
        settle(fresh);
        return new Kit.Made(Element.CABLE + cable.a().port(), new Edit.All(edits));
    }

    private void add(Edit edit) {
        edits.add(edit);
        drawing = edit.applyTo(drawing);
    }

    /** Addresses, those who pass packets on first; then the ways out. */
    private void settle(List<PortId> fresh) {
        List<PortId> routersFirst = new ArrayList<>(fresh);
        routersFirst.sort(Comparator.comparing(p -> !forwards(p)));
        for (PortId port : routersFirst) {
            address(port).ifPresent(a -> add(new Edit.SetAddresses(port, List.of(a))));
        }
        for (PortId port : routersFirst) {
            List<PortId> segment = List.copyOf(Segments.of(drawing.topology()).of(port));
            if (forwards(port)) {
                segment.forEach(this::wayOut);
            } else {
                wayOut(port);
            }
        }
    }

    private boolean forwards(PortId port) {
        return Kit.forwards(drawing.topology(), port.space());
    }

    /** A router's is the lowest that is free, as gateways have it; everybody else's follows the highest. */
    private Optional<Cidr> address(PortId port) {
        Optional<Cidr> next = Suggest.address(drawing.topology(), port);
        if (!forwards(port)) {
            return next;
        }
        Set<IpAddress> taken = new HashSet<>();
        Segments.of(drawing.topology()).addressesOf(port).forEach(c -> taken.add(c.address()));
        return next.map(c -> AddressRange.firstFree(c, c.network().address(), taken)
                .map(a -> new Cidr(a, c.prefix()))
                .orElse(c));
    }

    /** The default route of a host through the one gateway of its network. */
    private void wayOut(PortId port) {
        Topology t = drawing.topology();
        List<Cidr> own = t.find(port).map(Interface::addresses).orElse(List.of()).stream()
                .filter(c -> !c.address().v6())
                .toList();
        if (own.isEmpty() || forwards(port) || !Kit.knowsNoWayOut(t, port.space())) {
            return;
        }
        List<IpAddress> gateways = Segments.of(t).of(port).stream()
                .filter(p -> !p.space().equals(port.space()) && forwards(p))
                .flatMap(p -> addresses(t, p).stream())
                .map(Cidr::address)
                .filter(a -> own.getFirst().contains(a))
                .distinct()
                .toList();
        if (gateways.size() == 1) {
            add(new Edit.AddRoute(port.space(), Route.via(Kit.anywhere(), gateways.getFirst())));
        }
    }

    private static List<Cidr> addresses(Topology t, PortId port) {
        return t.find(port)
                .map(Interface::addresses)
                .or(() -> t.find(port.space())
                        .flatMap(s -> s.findBridge(port.name()))
                        .map(b -> b.addresses()))
                .orElse(List.of());
    }
}
