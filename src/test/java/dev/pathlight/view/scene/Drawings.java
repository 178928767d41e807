package dev.pathlight.view.scene;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Drawings to lay out: the shipped ones, and generated ones of any size. */
public final class Drawings {
    private Drawings() {}

    public static Drawing bridge() {
        return read(Path.of("topologies/bridge.json"));
    }

    /** Every drawing that ships. */
    public static List<Path> shipped() {
        try (Stream<Path> files = Files.list(Path.of("topologies"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Drawing read(Path file) {
        return switch (TopologyReader.read(file)) {
            case ReadResult.Good good -> good.drawing();
            case ReadResult.Bad bad -> throw new AssertionError(bad.faults().toString());
        };
    }

    /** Machines on one LAN, each with a bridge {@code cni0} and pods on it, as a cluster looks. */
    public static Drawing cluster(int machines, int pods) {
        List<Node> nodes = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        List<PortId> nics = new ArrayList<>();
        for (int m = 1; m <= machines; m++) {
            Name name = new Name("k8s-" + m);
            List<Namespace> spaces = new ArrayList<>();
            List<Interface> root = new ArrayList<>();
            List<IfName> ports = new ArrayList<>();
            for (int p = 1; p <= pods; p++) {
                String pod = "pod-" + m + "-" + p;
                String address = "10.244." + m + "." + (p + 1) + "/24";
                Interface eth0 = end("eth0").withAddresses(List.of(Cidr.parse(address)));
                spaces.add(Namespace.empty(pod).withInterfaces(List.of(eth0)));
                Interface veth = end("veth" + m + "-" + p);
                root.add(veth);
                ports.add(veth.name());
                cables.add(Cable.between(
                        PortId.parse(name + "/" + pod + "/eth0"), PortId.parse(name + "/" + veth.name())));
            }
            root.add(end("ens33").withAddresses(List.of(Cidr.parse("172.12.1." + (m + 10) + "/24"))));
            nics.add(PortId.parse(name + "/ens33"));
            Bridge cni0 =
                    Bridge.plain(new IfName("cni0"), ports).withAddresses(List.of(Cidr.parse("10.244." + m + ".1/24")));
            nodes.add(Node.empty(name)
                    .withRoot(Namespace.empty("").withInterfaces(root).withBridges(List.of(cni0)))
                    .withNamespaces(spaces));
        }
        Lan lan = new Lan(new Name("lan0"), Texts.NONE, nics);
        Name name = new Name("cluster");
        return new Drawing(
                new Topology(name, Texts.NONE, Texts.NONE, nodes, cables, List.of(lan), List.of(), Optional.empty()),
                Layout.NONE);
    }

    /** 500 namespaces, each with two cables, on 20 machines. */
    public static Drawing large() {
        List<Node> nodes = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (int m = 0; m < 20; m++) {
            Name name = new Name("machine-" + m);
            List<Namespace> spaces = new ArrayList<>();
            List<Interface> root = new ArrayList<>();
            List<List<IfName>> ports = List.of(new ArrayList<>(), new ArrayList<>());
            for (int s = 0; s < 25; s++) {
                List<Interface> faces = new ArrayList<>();
                for (int k = 0; k < 2; k++) {
                    Interface face = Interface.cableEnd(new IfName("eth" + k))
                            .withAddresses(List.of(Cidr.parse("10." + (2 * m + k) + ".0." + (s + 2) + "/24")));
                    Interface port = Interface.cableEnd(new IfName("p" + s + "-" + k));
                    faces.add(face);
                    root.add(port);
                    ports.get(k).add(port.name());
                    cables.add(Cable.between(
                            PortId.parse(name + "/ns" + s + "/" + face.name()),
                            PortId.parse(name + "/" + port.name())));
                }
                spaces.add(Namespace.empty("ns" + s).withInterfaces(faces));
            }
            List<Bridge> bridges = List.of(
                    Bridge.plain(new IfName("br0"), ports.get(0)), Bridge.plain(new IfName("br1"), ports.get(1)));
            nodes.add(Node.empty(name)
                    .withRoot(Namespace.empty("").withInterfaces(root).withBridges(bridges))
                    .withNamespaces(spaces));
        }
        return new Drawing(Topology.empty(new Name("large")).withNodes(nodes).withCables(cables), Layout.NONE);
    }

    /** Namespaces, cabled to one another and to bridges as {@code random} has it, some already placed. */
    public static Drawing random(Random random) {
        int spaces = 1 + random.nextInt(9);
        List<List<Interface>> faces = new ArrayList<>();
        for (int i = 0; i < spaces; i++) {
            faces.add(new ArrayList<>());
        }
        List<Interface> root = new ArrayList<>();
        List<IfName> ports = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        int count = random.nextInt(3 * spaces);
        for (int c = 0; c < count; c++) {
            int a = random.nextInt(spaces);
            int b = random.nextInt(spaces + 2);
            Interface here = end("veth" + c).withAddresses(some(random, c));
            faces.get(a).add(here);
            PortId from = PortId.parse("this/ns" + a + "/veth" + c);
            Interface there = end("peer" + c).withAddresses(b == spaces + 1 ? some(random, c) : List.of());
            if (b < spaces) {
                faces.get(b).add(there);
                cables.add(Cable.between(from, PortId.parse("this/ns" + b + "/peer" + c)));
            } else {
                root.add(there);
                cables.add(Cable.between(from, PortId.parse("this/peer" + c)));
                if (b == spaces) {
                    ports.add(there.name());
                }
            }
        }
        List<Namespace> all = new ArrayList<>();
        Layout layout = Layout.NONE;
        for (int i = 0; i < spaces; i++) {
            all.add(Namespace.empty("ns" + i).withInterfaces(faces.get(i)));
            if (random.nextInt(4) == 0) {
                layout = layout.with(
                        "this/ns" + i, new Layout.Box(random.nextInt(9) * 240, random.nextInt(5) * 240, 180, 90));
            }
        }
        Node node = Node.empty(new Name("this"))
                .withRoot(Namespace.empty("")
                        .withInterfaces(root)
                        .withBridges(List.of(Bridge.plain(new IfName("br0"), ports))))
                .withNamespaces(all);
        return new Drawing(
                Topology.empty(new Name("random")).withNodes(List.of(node)).withCables(cables), layout);
    }

    private static List<Cidr> some(Random random, int c) {
        return random.nextBoolean()
                ? List.of(Cidr.parse("10.1." + c + "." + (1 + random.nextInt(200)) + "/24"))
                : List.of();
    }

    private static Interface end(String name) {
        return Interface.cableEnd(new IfName(name));
    }
}
