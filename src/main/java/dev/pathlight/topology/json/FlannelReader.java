package dev.pathlight.topology.json;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.Flannel.Cni;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Positions.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads kube-flannel's ConfigMap: YAML with one or more documents, in one of which {@code net-conf.json} and {@code
 * cni-conf.json} are strings of JSON. What is there and not understood is told, each with its place.
 */
public final class FlannelReader {
    private static final String NET = "net-conf.json";
    private static final String CNI = "cni-conf.json";
    private static final Sentence KIND = Sentence.of("ConfigMap");
    private static final Sentence LEFT_OUT = Sentence.of("The drawing is made without it.");

    private final String text;
    private final Faults faults;
    private final Faults notes;
    /** Whether the file runs flanneld with --ip-masq; empty where it does not say how flanneld is run. */
    private Optional<Boolean> ipMasq = Optional.empty();

    private boolean portmap;

    /** What a file gave. */
    public sealed interface Result {
        /** {@code leftOut}: what is written in the file and not in the drawing. */
        record Good(Flannel flannel, List<Fault> leftOut) implements Result {
            public Good {
                leftOut = List.copyOf(leftOut);
            }
        }

        record Bad(List<Fault> faults) implements Result {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    private FlannelReader(String text, Faults faults, Faults notes) {
        this.text = text;
        this.faults = faults;
        this.notes = notes;
    }

    public static Result read(Path file) {
        Faults faults = new Faults(file.toString(), KIND);
        return JsonFile.bytes(file, faults)
                .map(yaml -> read(file.toString(), yaml))
                .orElseGet(() -> bad(faults));
    }

    /** {@code name} stands for the file in messages. */
    public static Result read(String name, byte[] yaml) {
        Faults faults = new Faults(name, KIND);
        Faults notes = new Faults(name, KIND);
        Optional<Flannel> flannel =
                JsonFile.text(yaml, faults).flatMap(text -> new FlannelReader(text, faults, notes).whole());
        return flannel.isPresent() && faults.isEmpty()
                ? new Result.Good(flannel.get(), notes.bad().faults())
                : bad(faults);
    }

    private static Result bad(Faults faults) {
        return new Result.Bad(faults.bad().faults());
    }

    private Optional<Flannel> whole() {
        List<Fields> maps = new ArrayList<>();
        for (Json document : Yaml.documents(text, faults)) {
            configMap(document).ifPresent(maps::add);
        }
        if (maps.size() == 1) {
            return flannel(maps.getFirst());
        }
        if (maps.size() > 1) {
            maps.get(1)
                    .fault(
                            "data",
                            Sentence.of("a second ConfigMap with \"{0}\" is here", NET),
                            Sentence.of("Keep the one that is used."));
        } else if (faults.isEmpty()) {
            faults.add(
                    Sentence.of("no ConfigMap with \"{0}\" is in this file", NET),
                    Sentence.of("Give kube-flannel's manifest, or what kubectl -n kube-system get configmap"
                            + " kube-flannel-cfg -o yaml prints."));
        }
        return Optional.empty();
    }

    /** The document's fields, if it is the one; what is something else is noted. */
    private Optional<Fields> configMap(Json document) {
        boolean empty = document instanceof Json.Null
                || document instanceof Json.Text t && t.value().isBlank();
        if (empty) {
            return Optional.empty();
        }
        if (document instanceof Json.Obj o
                && o.members().get("data") instanceof Json.Obj data
                && data.members().containsKey(NET)) {
            return Fields.of(document, "", faults, Sentence.of("a document"));
        }
        Optional<Boolean> masquerades = Flanneld.masquerades(document);
        if (masquerades.isPresent()) {
            ipMasq = Optional.of(masquerades.get() || ipMasq.orElse(false));
            return Optional.empty();
        }
        Sentence what = document instanceof Json.Obj o && o.members().get("kind") instanceof Json.Text kind
                ? Sentence.verbatim(kind.value())
                : document.what();
        notes.add(
                document.place(),
                "",
                Sentence.of("{0} is not read: only the ConfigMap with \"{1}\" is", what, NET),
                Sentence.of("Pathlight does flanneld's and the plugins' work itself."));
        return Optional.empty();
    }

    private Optional<Flannel> flannel(Fields map) {
        List.of("kind", "apiVersion", "metadata").forEach(map::json);
        Fields data = map.json("data")
                .flatMap(d -> Fields.of(d, "data", faults, Sentence.verbatim("\"data\"")))
                .orElseThrow();
        Optional<Fields> net = inner(data, NET);
        Optional<Fields> cni = inner(data, CNI);
        if (!data.has(CNI)) {
            data.fault(
                    CNI,
                    Sentence.of("\"{0}\" is missing: it says what becomes of the pods", CNI),
                    Sentence.of("Add it, as flannel's own manifest has it."));
        }
        map.noteTheRest(notes, LEFT_OUT);
        data.noteTheRest(notes, LEFT_OUT);
        Optional<Flannel.Range> range = net.flatMap(this::range);
        Optional<Backend> backend = net.flatMap(this::backend);
        net.ifPresent(n -> n.noteTheRest(notes, LEFT_OUT));
        Optional<Cni> chain = cni.flatMap(this::chain);
        return range.isPresent() && backend.isPresent() && chain.isPresent()
                ? Optional.of(new Flannel(range.get(), backend.get(), chain.get()))
                : Optional.empty();
    }

    /** The fields of the JSON that stands in a string. */
    private Optional<Fields> inner(Fields data, String key) {
        return data.json(key)
                .flatMap(json -> data.text(key).flatMap(inside -> {
                    Place within = Yaml.within(text, json.place());
                    return JsonTree.parse(inside, faults, within)
                            .flatMap(tree ->
                                    Fields.of(tree, data.path(key), faults, Sentence.verbatim("\"" + key + "\"")));
                }));
    }

    private Optional<Flannel.Range> range(Fields net) {
        Cidr standIn = Cidr.parse("10.244.0.0/16");
        Cidr network = net.required(
                "Network", "\"Network\": \"10.244.0.0/16\"", standIn, k -> net.value(k, Cidr::problem, Cidr::parse));
        int length = net.integer("SubnetLen", 1, 30).orElse(Flannel.Range.lengthIn(network));
        Optional<IpAddress> min = net.value("SubnetMin", IpAddress::problem, IpAddress::parse);
        Optional<IpAddress> max = net.value("SubnetMax", IpAddress::problem, IpAddress::parse);
        if (!net.flag("EnableIPv4", true)) {
            net.fault(
                    "EnableIPv4",
                    Sentence.of("a network without IPv4 cannot be drawn"),
                    Sentence.of("Import one that has IPv4."));
        }
        return FlannelFields.range(net, "Network", network, length, List.of(min, max));
    }

    private Optional<Backend> backend(Fields net) {
        Optional<Fields> found = net.json("Backend")
                .flatMap(b -> Fields.of(b, net.path("Backend"), faults, Sentence.verbatim("\"Backend\"")));
        if (found.isEmpty()) {
            net.fault(
                    "Backend",
                    Sentence.of("without \"Backend\" flannel takes udp, which is not drawn"),
                    HOST_GW_OR_VXLAN);
            return Optional.empty();
        }
        Fields f = found.get();
        Optional<Backend> backend = switch (f.text("Type").orElse("udp").toLowerCase(Locale.ROOT)) {
            case "host-gw" -> Optional.of(new Backend.HostGw());
            case "vxlan" -> Optional.of(vxlan(f));
            case String other -> {
                f.fault("Type", refused(other), HOST_GW_OR_VXLAN);
                yield Optional.empty();
            }
        };
        f.noteTheRest(notes, LEFT_OUT);
        return backend;
    }

    private static final Sentence HOST_GW_OR_VXLAN =
            Sentence.of("Write \"Backend\": {\"Type\": \"host-gw\"} or vxlan.");

    private static Sentence refused(String backend) {
        return switch (backend) {
            case "udp" ->
                Sentence.of(
                        "the backend {0} is not drawn: flanneld itself would carry every packet through user space",
                        backend);
            case "wireguard", "ipsec" ->
                Sentence.of(
                        "the backend {0} is not drawn: what it sends is encrypted, so no packet could be followed",
                        backend);
            case "alloc" ->
                Sentence.of(
                        "the backend {0} is not drawn: it gives away subnets and makes no way between them", backend);
            default -> Sentence.of("the backend {0} is not drawn", backend);
        };
    }

    private static Backend vxlan(Fields f) {
        return new Backend.Vxlan(
                f.integer("VNI", 1, 0xff_ffff).orElse(Backend.Vxlan.DEFAULT.vni()),
                f.integer("Port", 1, 0xffff).orElse(Backend.Vxlan.DEFAULT.udpPort()));
    }

    /** The plugins: flannel's with what it delegates, and portmap, which waits for a pod's port to be published. */
    private Optional<Cni> chain(Fields cni) {
        cni.text("name");
        cni.text("cniVersion");
        List<Cni> found = new ArrayList<>();
        cni.list("plugins", (json, path) -> Fields.of(json, path, faults, Sentence.of("a plugin")))
                .forEach(p -> plugin(p).ifPresent(found::add));
        cni.noteTheRest(notes, LEFT_OUT);
        if (found.isEmpty()) {
            cni.fault(
                    "plugins",
                    Sentence.of("no plugin here is of type \"flannel\""),
                    Sentence.of("Write { \"type\": \"flannel\" } in it."));
        }
        return found.stream().findFirst().map(c -> c.withPortmap(portmap));
    }

    private Optional<Cni> plugin(Fields p) {
        switch (p.text("type").orElse("")) {
            case "flannel" -> {
                Optional<Json> written = p.json("delegate");
                Fields nothing = Fields.none(p.path("delegate"), faults);
                Fields delegate = written.flatMap(
                                d -> Fields.of(d, p.path("delegate"), faults, Sentence.verbatim("\"delegate\"")))
                        .orElse(nothing);
                p.noteTheRest(notes, LEFT_OUT);
                return Optional.of(delegate(delegate));
            }
            case "portmap" -> {
                p.json("capabilities")
                        .flatMap(c ->
                                Fields.of(c, p.path("capabilities"), faults, Sentence.verbatim("\"capabilities\"")))
                        .ifPresent(c -> {
                            portmap = c.flag("portMappings", false);
                            c.noteTheRest(notes, LEFT_OUT);
                        });
                p.noteTheRest(notes, LEFT_OUT);
            }
            case String other ->
                p.note(
                        notes,
                        "type",
                        Sentence.of("the plugin \"{0}\" is not understood and was left out", other),
                        LEFT_OUT);
        }
        return Optional.empty();
    }

    /**
     * As flannel's plugin hands it to the bridge plugin, which masquerades where flanneld does not. flannel's own manifest
     * runs flanneld with --ip-masq, so that is what a ConfigMap without the rest stands for.
     */
    private Cni delegate(Fields d) {
        String type = d.text("type").orElse("bridge");
        if (!type.equals("bridge")) {
            d.fault(
                    "type",
                    Sentence.of("pods on a {0} cannot be drawn", type),
                    Sentence.of("Leave \"type\" out: pods are then on a bridge."));
        }
        if (!d.flag("isGateway", true)) {
            d.note(
                    notes,
                    "isGateway",
                    Sentence.of("a bridge that is no gateway is not drawn"),
                    Sentence.of("The bridge has an address."));
        }
        boolean flanneld = ipMasq.orElse(true);
        Cni cni = new Cni(
                d.value("bridge", IfName::problem, IfName::new).orElse(Cni.BRIDGE),
                d.flag("hairpinMode", false),
                d.flag("isDefaultGateway", false),
                flanneld,
                d.flag("ipMasq", !flanneld),
                false,
                d.integer("mtu", 0, Integer.MAX_VALUE));
        d.noteTheRest(notes, LEFT_OUT);
        return cni;
    }
}
