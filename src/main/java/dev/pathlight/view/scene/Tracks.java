package dev.pathlight.view.scene;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.view.Dot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where packets are: the way from each interface to the next along cables, through bridges and kernels. */
public final class Tracks {
    private static final int SEGMENTS = 24;

    private record Leg(PortId from, PortId to) {}

    private final Scene scene;
    private final Loopback loopback;
    private final Supplier<Optional<Talk>> talk;
    private final Map<Leg, Optional<Track>> known = new HashMap<>();

    public Tracks(Scene scene) {
        this(scene, Optional::empty);
    }

    /** @param talk which containers somebody had talk last */
    public Tracks(Scene scene, Supplier<Optional<Talk>> talk) {
        this.scene = scene;
        this.loopback = new Loopback(scene);
        this.talk = talk;
    }

    /** Where a dot is; empty when an interface of its journey is not drawn. */
    public Optional<Pt> position(Dot dot) {
        return track(dot).map(t -> t.at(dot.fraction()));
    }

    /** The way the dot is on; a single point when it rests. */
    public Optional<Track> track(Dot dot) {
        List<Hop> hops = dot.journey().hops();
        boolean there = dot.from() >= 0 && dot.from() < hops.size() && dot.to() >= 0 && dot.to() < hops.size();
        if (!there) {
            return Optional.empty();
        }
        Optional<Track> local = loopback.track(dot, talk.get());
        return local.isPresent()
                ? local
                : between(hops.get(dot.from()).port(), hops.get(dot.to()).port());
    }

    /** The way from one interface to another that the packet was seen at next. */
    public Optional<Track> between(PortId from, PortId to) {
        return known.computeIfAbsent(new Leg(from, to), this::way);
    }

    private Optional<Track> way(Leg leg) {
        Optional<Pt> start = place(leg.from());
        Optional<Pt> end = place(leg.to());
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (leg.from().equals(leg.to())) {
            return Optional.of(new Track(List.of(start.get())));
        }
        Optional<Wire> out = scene.wireAt(leg.from());
        Optional<Wire> in = scene.wireAt(leg.to());
        if (out.isPresent() && out.equals(in)) {
            List<Pt> along = out.get().curve().smooth(SEGMENTS);
            return Optional.of(new Track(out.get().a().equals(leg.from()) ? along : along.reversed()));
        }
        if (leg.from().space().equals(leg.to().space())) {
            return Optional.of(new Track(through(leg)));
        }
        if (out.isPresent()
                && in.isPresent()
                && out.get().b().isEmpty()
                && in.get().b().isEmpty()) {
            List<Pt> points = new ArrayList<>(out.get().curve().smooth(SEGMENTS));
            double y = lanLine(out.get()).orElse(points.getLast().y());
            points.add(new Pt(points.getLast().x(), y));
            points.add(new Pt(in.get().curve().b().x(), y));
            points.addAll(in.get().curve().smooth(SEGMENTS).reversed());
            return Optional.of(new Track(points));
        }
        return Optional.of(new Track(List.of(start.get(), end.get())));
    }

    private Optional<Double> lanLine(Wire w) {
        int colon = w.path().indexOf(':', "lan:".length());
        return scene.frame(w.path().substring(0, colon)).map(Frame::lane);
    }

    /** Inside one network stack: along the middle of the bar or box that both stand on, or from one to the other's. */
    private List<Pt> through(Leg leg) {
        Frame from = hub(leg.from());
        Frame to = hub(leg.to());
        Rect a = from.rect();
        Rect b = to.rect();
        Pt start = place(leg.from()).orElseThrow();
        Pt end = place(leg.to()).orElseThrow();
        List<Pt> points = new ArrayList<>();
        points.add(start);
        points.add(new Pt(inside(start.x(), a), from.lane()));
        if (!a.equals(b)) {
            double x = Math.clamp(
                    end.x(), Math.max(a.x(), b.x()), Math.max(Math.max(a.x(), b.x()), Math.min(a.right(), b.right())));
            points.add(new Pt(inside(x, a), from.lane()));
            points.add(new Pt(inside(x, b), to.lane()));
        }
        points.add(new Pt(inside(end.x(), b), to.lane()));
        points.add(end);
        return points;
    }

    private static double inside(double x, Rect r) {
        return Math.clamp(x, r.x() + Math.min(12, r.width() / 2), r.right() - Math.min(12, r.width() / 2));
    }

    /** The box a packet passes inside an interface's stack: its bridge, its namespace, or the kernel bar. */
    private Frame hub(PortId id) {
        Optional<Frame> bridge = scene.frame(id.toString()).filter(f -> f.kind() == Frame.Kind.BRIDGE);
        Frame owner = bridge.or(() -> scene.port(id).map(Port::owner)).orElseThrow();
        return owner.kind() == Frame.Kind.NODE ? scene.kernel(owner.path()).orElse(owner) : owner;
    }

    /** Where an interface is; a bridge's own interface is in the middle of its bar. */
    private Optional<Pt> place(PortId id) {
        return scene.port(id)
                .map(Port::at)
                .or(() -> bar(id.space(), id).map(f -> new Pt(f.rect().cx(), f.lane())));
    }

    private Optional<Frame> bar(SpaceId space, PortId id) {
        return scene.frame(space + "/" + id.name()).filter(f -> f.kind() == Frame.Kind.BRIDGE);
    }
}
