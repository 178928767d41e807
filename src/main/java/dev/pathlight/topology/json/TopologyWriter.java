package dev.pathlight.topology.json;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Impairment;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.Out.Atom;
import dev.pathlight.topology.json.Out.Obj;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes topology JSON, version 1: stable order, two-space indent, what equals its default left out. Reading it back
 * gives an equal drawing.
 */
public final class TopologyWriter {
    private TopologyWriter() {}

    /** The text of the file, to be saved as UTF-8; it ends in a newline. */
    public static String write(Drawing drawing) {
        Topology t = drawing.topology();
        Obj o = new Obj(true);
        o.number("version", DrawingReader.VERSION);
        o.text("name", t.name());
        Words.write(o, "title", t.title());
        Words.write(o, "description", t.description());
        o.list("nodes", t.nodes().stream().map(TopologyWriter::node).toList());
        o.list("cables", t.cables().stream().map(TopologyWriter::cable).toList());
        o.list("lans", t.lans().stream().map(TopologyWriter::lan).toList());
        o.list("notes", t.notes().stream().map(TopologyWriter::note).toList());
        t.flannel().ifPresent(f -> o.put("flannel", FlannelFields.write(f)));
        layout(o, drawing.layout());
        MarksFields.write(o, drawing.layout().marks());
        return o.print(0, 0) + "\n";
    }

    private static Obj node(Node node) {
        Obj o = new Obj(false);
        o.text("name", node.name());
        Words.write(o, "title", node.title());
        o.text("host", node.host());
        StackWriter.write(o, node.root());
        o.list(
                "namespaces",
                node.namespaces().stream().map(TopologyWriter::namespace).toList());
        return o;
    }

    private static Obj namespace(Namespace space) {
        Obj o = new Obj(false);
        o.text("name", space.name());
        Words.write(o, "title", space.title());
        StackWriter.write(o, space);
        return o;
    }

    private static Obj cable(Cable cable) {
        Obj o = new Obj(false);
        o.texts("ends", List.of(cable.a(), cable.b()));
        cable.impairment().ifPresent(i -> o.put("impairment", impairment(i)));
        return o;
    }

    private static Obj impairment(Impairment i) {
        Obj o = new Obj(false);
        positive(o, "delay_us", i.delayMicros());
        positive(o, "jitter_us", i.jitterMicros());
        if (i.lossPercent() != 0) {
            o.put("loss_percent", decimal(i.lossPercent()));
        }
        positive(o, "rate_kbit", i.rateKbit());
        return o;
    }

    private static void positive(Obj o, String key, long value) {
        if (value != 0) {
            o.number(key, value);
        }
    }

    private static Obj lan(Lan lan) {
        Obj o = new Obj(false);
        o.text("name", lan.name());
        Words.write(o, "title", lan.title());
        o.texts("nics", lan.nics());
        return o;
    }

    private static Obj note(Note note) {
        Obj o = new Obj(false);
        o.text("id", note.id());
        Words.write(o, "text", note.text());
        o.flag("framed", note.framed(), true);
        return o;
    }

    private static void layout(Obj o, Layout layout) {
        if (layout.boxes().isEmpty()) {
            return;
        }
        Obj boxes = new Obj(true);
        layout.boxes()
                .forEach((path, b) -> boxes.put(
                        path,
                        new Out.Arr(Stream.of(b.x(), b.y(), b.width(), b.height())
                                .<Out>map(TopologyWriter::decimal)
                                .toList())));
        o.put("layout", boxes);
    }

    private static Atom decimal(double d) {
        return new Atom(d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d));
    }
}
