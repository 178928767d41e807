package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for marks that come and go while a drawing runs: over no label, no box, no interface and no other mark, and over
 * no other cable where that can be had. What it has given away is taken.
 */
public final class Vacancy {
    /** Between a mark and what it stands beside. */
    private static final double GAP = 5;
    /** Between the places that are tried along a cable. */
    private static final double STEP = 7;
    /** How far out a mark may stand where no cable leads. */
    private static final double REACH = 120;
    /** How far a mark may stick out of the drawing: what fits a screen shows it. */
    private static final double EDGE = 6;

    private final Scene scene;
    private final Grid<Rect> taken;
    private final Grid<Wire> cables;
    private final Grid<Label> labels = new Grid<>();
    private final Grid<Rect> given = new Grid<>();

    Vacancy(Scene scene, Grid<Rect> taken, Grid<Wire> cables) {
        this.scene = scene;
        this.taken = taken;
        this.cables = cables;
        scene.labels().forEach(l -> labels.add(l.rect(), l));
    }

    /** A place for a mark of this size at an interface: beside its cable's beginning or further along it, else beside its name. */
    public Optional<Rect> beside(Port p, double width, double height) {
        Optional<Wire> wire = scene.wireAt(p.id());
        List<Rect> places = new ArrayList<>();
        for (Pt at : way(p, wire)) {
            boolean upright = p.side().horizontal();
            double aside = GAP + (upright ? width : height) / 2;
            places.add(around(upright ? at.plus(-aside, 0) : at.plus(0, -aside), width, height));
            places.add(around(upright ? at.plus(aside, 0) : at.plus(0, aside), width, height));
            places.add(around(at, width, height));
        }
        scene.label(p.path()).map(Label::rect).ifPresent(l -> {
            places.add(new Rect(l.right() + GAP, l.cy() - height / 2, width, height));
            places.add(new Rect(l.x() - GAP - width, l.cy() - height / 2, width, height));
            for (double y : new double[] {l.bottom() + 1, l.y() - 1 - height}) {
                places.add(new Rect(l.x(), y, width, height));
                places.add(new Rect(l.right() - width, y, width, height));
            }
        });
        return first(places, wire);
    }

    /** A place for a mark of this size at a corner of what is drawn of an interface, {@code shape}; it may touch that. Away from its box first. */
    public Optional<Rect> corner(Port p, Rect shape, double size) {
        List<Rect> places = new ArrayList<>();
        boolean hangs = p.side() == Side.BOTTOM;
        double outside = hangs ? shape.bottom() : shape.y();
        for (double y : new double[] {outside, hangs ? shape.y() : shape.bottom()}) {
            for (double x : new double[] {shape.right(), shape.x()}) {
                places.add(around(new Pt(x + (x > p.at().x() ? 3 : -3), y), size, size));
            }
        }
        return edge(places);
    }

    /** The first of these places that is over no label and no other mark; it may touch boxes and interfaces. */
    public Optional<Rect> edge(List<Rect> places) {
        Optional<Rect> place = places.stream()
                .filter(r -> !given.any(r, x -> true) && !labels.any(r, x -> true))
                .findFirst();
        place.ifPresent(r -> given.add(r, r));
        return place;
    }

    /** The first of these places that is free. */
    public Optional<Rect> first(List<Rect> places) {
        return first(places, Optional.empty());
    }

    /** Best over nothing, else over another's cable, else across the edge of a box that is empty in the middle. */
    private Optional<Rect> first(List<Rect> places, Optional<Wire> own) {
        List<Rect> possible = places.stream()
                .filter(scene.bounds().grown(EDGE)::contains)
                .filter(r -> !taken.any(r, t -> !t.equals(LabelPlacer.RIM)) && !given.any(r, x -> true))
                .toList();
        List<Rect> free =
                possible.stream().filter(r -> !taken.any(r, x -> true)).toList();
        Optional<Rect> place = free.stream()
                .filter(r -> !cables.any(r, w -> own.filter(w::equals).isEmpty()))
                .findFirst()
                .or(() -> free.stream().findFirst())
                .or(() -> possible.stream().findFirst());
        place.ifPresent(r -> given.add(r.grown(GAP), r));
        return place;
    }

    private static Rect around(Pt middle, double width, double height) {
        return new Rect(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    /** Points from an interface outwards: along its cable up to its middle. */
    private static List<Pt> way(Port p, Optional<Wire> wire) {
        if (wire.isEmpty()) {
            return new Curve(
                            p.at(),
                            p.at().plus(p.side().out(REACH / 3)),
                            p.at().plus(p.side().out(2 * REACH / 3)),
                            p.at().plus(p.side().out(REACH)))
                    .flat((int) (REACH / STEP));
        }
        Curve c = wire.get().curve();
        int n = (int) Math.clamp(c.length() / STEP, 4, 200);
        List<Pt> all = c.flat(n);
        List<Pt> ordered = wire.get().a().equals(p.id()) ? all : all.reversed();
        return ordered.subList(0, n / 2 + 1);
    }
}
