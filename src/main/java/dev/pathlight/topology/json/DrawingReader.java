package dev.pathlight.topology.json;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Impairment;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the fields of a whole drawing. */
final class DrawingReader {
    static final int VERSION = 1;
    private static final Name NO_NAME = new Name("unnamed");

    private DrawingReader() {}

    static Drawing read(Fields f) {
        f.text("$schema");
        if (!Version.isOurs(f, VERSION)) {
            return Drawing.empty();
        }
        Drawing drawing = new Drawing(
                topology(f),
                f.object("layout", Sentence.of("the layout"), DrawingReader::layout)
                        .orElse(Layout.NONE)
                        .with(f.object("canvas", Sentence.of("the canvas"), MarksFields::read)
                                .orElse(Marks.NONE)));
        f.end();
        return drawing;
    }

    private static Topology topology(Fields f) {
        Name name = name(f, "name");
        Texts title = Words.read(f, "title");
        Texts description = Words.read(f, "description");
        return new Topology(
                name,
                title,
                description,
                f.objects("nodes", Sentence.of("a node"), DrawingReader::node),
                f.objects("cables", Sentence.of("a cable"), DrawingReader::cable),
                f.objects("lans", Sentence.of("a LAN"), DrawingReader::lan),
                f.objects("notes", Sentence.of("a note"), DrawingReader::note),
                f.object("flannel", Sentence.of("the flannel network"), FlannelFields::read)
                        .flatMap(x -> x));
    }

    static Name name(Fields f, String key) {
        return f.required(key, "\"" + key + "\": \"ns1\"", NO_NAME, k -> f.value(k, Name::problem, Name::new));
    }

    private static Node node(Fields f) {
        return new Node(
                name(f, "name"),
                Words.read(f, "title"),
                f.value("host", Node::hostProblem, h -> h),
                StackReader.read(f, "", Texts.NONE),
                f.objects("namespaces", Sentence.of("a namespace"), DrawingReader::namespace));
    }

    private static Namespace namespace(Fields f) {
        return StackReader.read(f, name(f, "name").value(), Words.read(f, "title"));
    }

    private static Cable cable(Fields f) {
        List<PortId> ends = f.values("ends", PortId::problem, PortId::parse);
        int written = f.json("ends")
                .map(e -> e instanceof Json.Arr a ? a.items().size() : 2)
                .orElse(0);
        if (written != 2) {
            f.fault(
                    "ends",
                    Sentence.of("a cable has two ends, not {0}", written),
                    Sentence.of("Write the paths of two interfaces, as \"ends\": [\"this/ns1/veth0\","
                            + " \"this/br-veth0\"]."));
        }
        PortId none = PortId.parse("none/none");
        Optional<Impairment> impairment =
                f.object("impairment", Sentence.of("an impairment"), DrawingReader::impairment);
        return new Cable(ends.isEmpty() ? none : ends.getFirst(), ends.isEmpty() ? none : ends.getLast(), impairment);
    }

    private static Impairment impairment(Fields f) {
        return new Impairment(
                f.number("delay_us", 0, Impairment.MOST).orElse(0),
                f.number("jitter_us", 0, Impairment.MOST).orElse(0),
                f.decimal("loss_percent", 0, 100),
                f.number("rate_kbit", 0, Impairment.MOST).orElse(0));
    }

    private static Lan lan(Fields f) {
        return new Lan(name(f, "name"), Words.read(f, "title"), f.values("nics", PortId::problem, PortId::parse));
    }

    private static Note note(Fields f) {
        return new Note(name(f, "id"), Words.read(f, "text"), f.flag("framed", true));
    }

    private static Layout layout(Fields f) {
        TreeMap<String, Layout.Box> boxes = new TreeMap<>();
        for (String path : f.names()) {
            List<Double> n = f.list(path, (json, field) -> coordinate(f, json, field));
            if (n.size() == 4 && n.get(2) > 0 && n.get(3) > 0) {
                boxes.put(path, new Layout.Box(n.get(0), n.get(1), n.get(2), n.get(3)));
            } else {
                f.fault(
                        path,
                        Sentence.of("this is not a rectangle"),
                        Sentence.of("Write four numbers: [left, top, width, height], sizes above 0."));
            }
        }
        return new Layout(boxes);
    }

    private static Optional<Double> coordinate(Fields f, Json json, String field) {
        Optional<Double> n =
                json instanceof Json.Num num ? Optional.of(Double.parseDouble(num.digits())) : Optional.empty();
        Optional<Double> good = n.filter(d -> Math.abs(d) <= Layout.FARTHEST);
        if (good.isEmpty()) {
            f.faults()
                    .add(
                            json.place(),
                            field,
                            Sentence.of("this is not a coordinate"),
                            Sentence.of("Write a number from -1e9 to 1e9."));
        }
        return good;
    }
}
