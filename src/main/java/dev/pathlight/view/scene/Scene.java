package dev.pathlight.view.scene;

import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Everything on a drawing with its place: what painters paint, gestures hit and packets travel along. Immutable. */
public final class Scene {
    private final Topology topology;
    private final Frames frames;
    private final List<Frame> ordered;
    private final Map<PortId, Port> ports;
    private final SequencedMap<String, Wire> wires = new LinkedHashMap<>();
    private final Map<PortId, Wire> wireAt = new HashMap<>();
    private final List<Label> labels;
    private final Map<String, Label> labelOf = new HashMap<>();
    private final LabelPlacer placer;
    private final Rect bounds;

    private Scene(Drawing drawing, Locale locale, TextMeasure measure) {
        this.topology = drawing.topology();
        Links links = new Links(topology);
        Sizes sizes = new Sizes(measure, locale);
        this.frames = new CanvasLayout(drawing, links, sizes, locale).arrange();
        this.ordered = frames.all();
        this.ports = new PortPlacer(topology, links, sizes, frames).place();
        Router router = new Router(frames);
        topology.cables().forEach(c -> addWire(c, router));
        topology.lans().forEach(l -> addLanWires(l, router));
        this.placer = new LabelPlacer(sizes);
        this.labels = placer.place(frames, ports.values(), List.copyOf(wires.values()));
        labels.forEach(l -> labelOf.put(l.port(), l));
        Rect all = ordered.stream().map(Frame::rect).reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
        this.bounds = labels.stream().map(Label::rect).reduce(all, Rect::union);
    }

    /** Lays a drawing out; titles and notes in {@code locale}'s language. */
    public static Scene of(Drawing drawing, Locale locale, TextMeasure measure) {
        return new Scene(drawing, locale, measure);
    }

    private void addWire(Cable c, Router router) {
        Port a = ports.get(c.a());
        Port b = ports.get(c.b());
        if (a != null && b != null) {
            Curve curve = router.way(end(a), end(b));
            add(new Wire("cable:" + c.a(), c.a(), Optional.of(c.b()), curve));
        }
    }

    private static Router.End end(Port p) {
        return new Router.End(p.at(), p.side(), p.owner());
    }

    private void addLanWires(Lan lan, Router router) {
        String path = "lan:" + lan.name();
        Frame bar = frames.find(path).orElse(null);
        for (PortId nic : lan.nics()) {
            Port p = ports.get(nic);
            if (p != null && bar != null) {
                Rect r = bar.rect();
                double x = Math.clamp(p.at().x(), r.x() + 20, r.right() - 20);
                boolean below = p.at().y() > r.cy();
                Pt plug = new Pt(x, below ? r.bottom() : r.y());
                Curve curve = router.way(end(p), new Router.End(plug, below ? Side.BOTTOM : Side.TOP, bar));
                add(new Wire(path + ":" + nic, nic, Optional.empty(), curve));
            }
        }
    }

    private void add(Wire w) {
        wires.putIfAbsent(w.path(), w);
        wireAt.putIfAbsent(w.a(), w);
        w.b().ifPresent(b -> wireAt.putIfAbsent(b, w));
    }

    public Topology topology() {
        return topology;
    }

    /** In painting order. */
    public List<Frame> frames() {
        return ordered;
    }

    public Optional<Frame> frame(String path) {
        return frames.find(path);
    }

    /** The bar that stands for a node's own stack, when it is drawn. */
    public Optional<Frame> kernel(String node) {
        return frames.kernel(node);
    }

    public Iterable<Port> ports() {
        return ports.values();
    }

    /** How many interfaces are drawn: a measure of the drawing's size. */
    public int portCount() {
        return ports.size();
    }

    public Optional<Port> port(PortId id) {
        return Optional.ofNullable(ports.get(id));
    }

    public Iterable<Wire> wires() {
        return wires.values();
    }

    public Optional<Wire> wire(String path) {
        return Optional.ofNullable(wires.get(path));
    }

    /** What is plugged into an interface. */
    public Optional<Wire> wireAt(PortId id) {
        return Optional.ofNullable(wireAt.get(id));
    }

    public List<Label> labels() {
        return labels;
    }

    public Optional<Label> label(String port) {
        return Optional.ofNullable(labelOf.get(port));
    }

    /** What is free beside all that is drawn, for one set of marks. */
    public Vacancy vacancy() {
        return new Vacancy(this, placer.taken(), placer.cables());
    }

    /** Encloses everything; empty for an empty drawing. */
    public Rect bounds() {
        return bounds;
    }

    /** The paths of all frames that stand in {@code path}, at any depth. */
    public List<String> inside(String path) {
        List<String> all = new ArrayList<>();
        for (Frame f : ordered) {
            if (f.parent().isPresent() && f.isPlaceable() && f.parent().get().equals(path)) {
                all.add(f.path());
                all.addAll(inside(f.path()));
            }
        }
        return all;
    }
}
