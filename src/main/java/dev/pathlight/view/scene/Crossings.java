package dev.pathlight.view.scene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the cables that run over boxes they have nothing to do with: what a layout and a router keep small. */
public final class Crossings {
    /** Between the points at which a cable is looked at, drawing units. */
    private static final double STEP = 6;
    /** A cable that only grazes a rim is none. */
    private static final double RIM = 2;

    /** A cable, and the box it runs over, by their paths. */
    public record Crossing(String wire, String box) {}

    private Crossings() {}

    /** Each cable with each box it runs over, whose interfaces it does not join and that does not enclose one of these. A group is no box. */
    public static List<Crossing> of(Scene scene) {
        Grid<Frame> boxes = new Grid<>();
        scene.frames().stream().filter(f -> f.kind() != Frame.Kind.GROUP).forEach(f -> boxes.add(f.rect(), f));
        List<Crossing> all = new ArrayList<>();
        for (Wire w : scene.wires()) {
            Set<String> own = own(scene, w);
            Set<String> met = new HashSet<>();
            double length = w.curve().length();
            for (Pt p : w.curve().flat((int) Math.clamp(length / STEP, 8, 4000))) {
                for (Frame f : boxes.at(p)) {
                    if (!own.contains(name(f)) && f.rect().grown(-RIM).contains(p) && met.add(name(f))) {
                        all.add(new Crossing(w.path(), name(f)));
                    }
                }
            }
        }
        return all;
    }

    /** The boxes a cable may touch: those its ends stand on, all that enclose them, and its LAN. */
    static Set<String> own(Scene scene, Wire w) {
        Set<String> own = new HashSet<>();
        scene.port(w.a()).ifPresent(p -> enclosing(scene, p.owner(), own));
        w.b().flatMap(scene::port).ifPresent(p -> enclosing(scene, p.owner(), own));
        if (w.b().isEmpty()) {
            own.add(w.path().substring(0, w.path().indexOf(':', "lan:".length())));
        }
        return own;
    }

    private static void enclosing(Scene scene, Frame owner, Set<String> own) {
        own.add(name(owner));
        Optional<Frame> f = owner.parent().flatMap(scene::frame);
        while (f.isPresent()) {
            own.add(name(f.get()));
            f = f.get().parent().flatMap(scene::frame);
        }
    }

    /** A node's kernel bar shares its path. */
    private static String name(Frame f) {
        return f.kind() == Frame.Kind.KERNEL ? f.path() + " kernel" : f.path();
    }
}
