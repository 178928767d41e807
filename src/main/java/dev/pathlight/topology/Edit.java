package dev.pathlight.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One way in which the user may change a drawing. Applying it gives a new drawing, so that undo is keeping the old
 * one. An edit that makes no sense on the given drawing (the thing is gone, the name is taken) returns the drawing
 * unchanged.
 */
public sealed interface Edit {
    Drawing applyTo(Drawing drawing);

    /** Several edits in their order, undone as one. */
    record All(List<Edit> edits) implements Edit {
        public All {
            edits = List.copyOf(edits);
        }

        @Override
        public Drawing applyTo(Drawing d) {
            Drawing next = d;
            for (Edit e : edits) {
                next = e.applyTo(next);
            }
            return next;
        }
    }

    /** Adds an emulated machine. */
    record AddNode(Name name, Layout.Box box) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.node(d, Node.empty(name), box);
        }
    }

    /** Adds an empty namespace to its node. */
    record AddNamespace(SpaceId space, Layout.Box box) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.namespace(d, space, box);
        }
    }

    /**
     * Adds a bridge without ports.
     *
     * @param box where it stands; without one it is laid out anew
     */
    record AddBridge(PortId bridge, Optional<Layout.Box> box) implements Edit {
        public AddBridge(PortId bridge, Layout.Box box) {
            this(bridge, Optional.of(box));
        }

        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.bridge(d, bridge, box);
        }
    }

    record AddInterface(SpaceId space, Interface added) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.link(d, space, added);
        }
    }

    /** Adds a cable. Ends that are not there yet are made; an end with a bridge becomes the last of its ports. */
    record AddCable(End a, End b) implements Edit {
        /** One end: an interface, and the bridge in its namespace that it joins. */
        public record End(PortId port, Optional<IfName> bridge) {
            public static End at(PortId port) {
                return new End(port, Optional.empty());
            }

            public static End on(PortId port, IfName bridge) {
                return new End(port, Optional.of(bridge));
            }
        }

        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.cable(d, a, b);
        }
    }

    record AddLan(Lan lan, Layout.Box box) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.lan(d, lan, box);
        }
    }

    /** Replaces the LAN of the same name. */
    record SetLan(Lan lan) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(d.topology()
                    .withLans(Rewrite.each(d.topology().lans(), l -> l.name().equals(lan.name()) ? lan : l)));
        }
    }

    /** Replaces the cable whose end a is {@code a}. */
    record SetCable(PortId a, Cable next) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(
                    d.topology().withCables(Rewrite.each(d.topology().cables(), c -> c.a().equals(a) ? next : c)));
        }
    }

    /** Binds a node to a machine, or lets it be emulated. */
    record SetHost(Name node, Optional<String> host) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.node(d, node, n -> n.withHost(host));
        }
    }

    /** Says what the flannel network was set up with, or that there is none. */
    record SetFlannel(Optional<Flannel> flannel) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(d.topology().withFlannel(flannel));
        }
    }

    record AddNote(Note note, Layout.Box box) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.note(d, note, box);
        }
    }

    record SetNote(Name id, Texts text) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(d.topology()
                    .withNotes(Rewrite.each(d.topology().notes(), n -> n.id().equals(id) ? n.withText(text) : n)));
        }
    }

    /** Puts a note's words on paper of their own, or right on the drawing. */
    record SetNoteFrame(Name id, boolean framed) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(d.topology()
                    .withNotes(Rewrite.each(d.topology().notes(), n -> n.id().equals(id) ? n.withFrame(framed) : n)));
        }
    }

    /** Makes an interface the last port of a bridge in its namespace; it leaves the bridge it was in. */
    record Enslave(PortId port, IfName bridge) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Adding.enslave(d, port, bridge);
        }
    }

    /** Takes an interface out of its bridge. */
    record Free(PortId port) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, port.space(), s -> Removing.withoutPort(s, port.name()));
        }
    }

    /**
     * Removes the thing at an {@link Element} path with all that is in it. A cable goes with either of its ends. An
     * end of a removed cable goes too when nothing else is written at it (no address, MAC or MTU, no route by it, no
     * LAN); otherwise it stays, without a cable. A removed bridge frees its ports. Routes by a removed interface go. A
     * removed group leaves what lies in it.
     */
    record Remove(String path) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Removing.at(d, path);
        }
    }

    /** Renames the thing at an {@link Element} path, or a group; cables, ports, routes, sysctls and layout follow. */
    record Rename(String path, String name) implements Edit {
        /** Why it cannot be done, in a sentence for the user; empty when it can. */
        public Optional<Sentence> problem(Drawing d) {
            return Renaming.problem(d, path, name);
        }

        @Override
        public Drawing applyTo(Drawing d) {
            return problem(d).isPresent() ? d : Renaming.rename(d, path, name);
        }
    }

    /** Takes a namespace with all that is in it into another node; cables and LANs follow. Not where its name is taken. */
    record MoveNamespace(SpaceId space, Name node) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Renaming.move(d, space, node);
        }
    }

    /** Sets the addresses of an interface or bridge. */
    record SetAddresses(PortId port, List<Cidr> addresses) implements Edit {
        public SetAddresses {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, port, i -> i.withAddresses(addresses), b -> b.withAddresses(addresses));
        }
    }

    /** Fixes the Ethernet address of an interface or bridge, or leaves it to the kernel. */
    record SetMac(PortId port, Optional<Mac> mac) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, port, i -> i.withMac(mac), b -> b.withMac(mac));
        }
    }

    /** Sets the MTU of an interface or bridge in bytes, or leaves it to the kernel. */
    record SetMtu(PortId port, OptionalInt mtu) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, port, i -> i.withMtu(mtu), b -> b.withMtu(mtu));
        }
    }

    /** Draws an interface or bridge administratively up or down. */
    record SetUp(PortId port, boolean up) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, port, i -> i.withUp(up), b -> b.withUp(up));
        }
    }

    /** Puts an interface into a VLAN as a bridge's port, or leaves it to the kernel. */
    record SetPvid(PortId port, OptionalInt pvid) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, port, i -> i.withPvid(pvid), b -> b);
        }
    }

    /** Makes an interface of another kind, or gives its kind other values. */
    record SetKind(PortId port, LinkKind kind) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, port, i -> i.withKind(kind), b -> b);
        }
    }

    record SetBridgeOptions(PortId bridge, BridgeOptions options) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.port(d, bridge, i -> i, b -> b.withOptions(options));
        }
    }

    record SetRoutes(SpaceId space, List<Route> routes) implements Edit {
        public SetRoutes {
            routes = List.copyOf(routes);
        }

        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> s.withRoutes(routes));
        }
    }

    /** Adds a route behind the others. */
    record AddRoute(SpaceId space, Route route) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> s.withRoutes(Rewrite.plus(s.routes(), route)));
        }
    }

    /** Removes the route at {@code index}, from 0. */
    record RemoveRoute(SpaceId space, int index) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> s.withRoutes(Rewrite.minus(s.routes(), index)));
        }
    }

    /** Sets one sysctl, or with an empty value leaves it to the kernel. */
    record SetSysctl(SpaceId space, String key, Optional<String> value) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> s.withSysctls(Rewrite.with(s.sysctls(), key, value)));
        }
    }

    /** Replaces the container of the same name, or adds it behind the others. */
    record SetContainer(SpaceId space, Container container) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> {
                boolean known = s.containers().stream().anyMatch(c -> c.name().equals(container.name()));
                return s.withContainers(
                        known
                                ? Rewrite.each(s.containers(), c -> c.name().equals(container.name()) ? container : c)
                                : Rewrite.plus(s.containers(), container));
            });
        }
    }

    /** Sets which addresses and ports a namespace translates. */
    record SetNat(SpaceId space, Nat nat) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> s.withNat(nat));
        }
    }

    /** Sets a namespace's filter rules and policies. */
    record SetFirewall(SpaceId space, Firewall firewall) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> s.withFirewall(firewall));
        }
    }

    /** Sets the title of the drawing (path ""), a node, a namespace or a LAN. */
    record SetTitle(String path, Texts title) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Renaming.title(d, path, title);
        }
    }

    record SetDescription(Texts description) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(d.topology().withDescription(description));
        }
    }

    /** Puts boxes elsewhere (path to box); meaning stays. */
    record MoveBoxes(Map<String, Layout.Box> boxes) implements Edit {
        public MoveBoxes {
            boxes = Map.copyOf(boxes);
        }

        @Override
        public Drawing applyTo(Drawing d) {
            Layout next = d.layout();
            for (var e : boxes.entrySet()) {
                next = next.with(e.getKey(), e.getValue());
            }
            return d.with(next);
        }
    }

    /** Changes how boxes are drawn and held; meaning and places stay. */
    record SetMarks(Marks marks) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(d.layout().with(marks));
        }
    }

    /** Replaces the stack of a namespace, or of a node's root, keeping its name and title. */
    record SetStack(SpaceId space, Namespace stack) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return Rewrite.space(d, space, s -> stack.withName(s.name()).withTitle(s.title()));
        }
    }

    /** Replaces the whole drawing's meaning. */
    record ReplaceTopology(Topology topology) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return d.with(topology);
        }
    }

    /** Puts another drawing, with its layout, in the place of this one: what a file, a copy or typed JSON holds. */
    record ReplaceDrawing(Drawing next) implements Edit {
        @Override
        public Drawing applyTo(Drawing d) {
            return next;
        }
    }
}
