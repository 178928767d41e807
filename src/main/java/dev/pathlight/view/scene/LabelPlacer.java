package dev.pathlight.view.scene;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Interface;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes name and addresses beside each cable's end, near the interface, overlapping neither another label nor a box, and
 * no cable where that can be had. A label for which there is no such place within reach is left out.
 */
final class LabelPlacer {
    private static final double OFF_CABLE = 9;
    private static final double OFF_EDGE = 7;
    /** By how much a bridge's numbered port sticks out of the bar. */
    private static final double SOCKET = 15;

    /** Between the points at which a cable is looked for: less than a label's height. */
    private static final double STEP = 26;

    private static final int TRIES = 9;
    /** Stands for the edge of a box that is empty in the middle. */
    static final Rect RIM = new Rect(0, 0, 0, 0);

    private final Sizes sizes;
    private final Grid<Rect> taken = new Grid<>();
    private final Grid<Wire> cables = new Grid<>();
    private final List<Label> labels = new ArrayList<>();

    LabelPlacer(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Label> place(Frames frames, Collection<Port> ports, List<Wire> wires) {
        Set<String> parents = new HashSet<>();
        frames.all().forEach(f -> f.parent().ifPresent(parents::add));
        for (Frame f : frames.all()) {
            boolean hollow = f.kind().compareTo(Frame.Kind.GROUP) <= 0
                    || f.kind() == Frame.Kind.SPACE && parents.contains(f.path());
            if (hollow) {
                border(f.rect());
            } else {
                taken.add(f.rect(), f.rect());
            }
        }
        for (Wire w : wires) {
            double length = w.curve().length();
            w.curve()
                    .flat((int) Math.clamp(length / STEP, 4, 400))
                    .forEach(p -> cables.add(new Rect(p.x() - 1, p.y() - 1, 2, 2), w));
        }
        for (Port p : ports) {
            Rect socket = new Rect(p.at().x(), p.at().y(), 0, 0).grown(p.number() > 0 ? SOCKET : 9);
            taken.add(socket, socket);
        }
        ports.forEach(p -> place(p, p.face()));
        return labels;
    }

    /** What labels are kept off, and the labels that were placed. */
    Grid<Rect> taken() {
        return taken;
    }

    Grid<Wire> cables() {
        return cables;
    }

    /** A box that is empty in the middle: its rim and its title must stay free. */
    private void border(Rect r) {
        taken.add(new Rect(r.x(), r.y(), r.width(), 40), r);
        taken.add(new Rect(r.x(), r.bottom() - 2, r.width(), 4), RIM);
        taken.add(new Rect(r.x() - 2, r.y(), 4, r.height()), RIM);
        taken.add(new Rect(r.right() - 2, r.y(), 4, r.height()), RIM);
    }

    private void place(Port p, Interface i) {
        List<String> addresses =
                new ArrayList<>(i.addresses().stream().map(Cidr::toString).toList());
        i.pvid().ifPresent(vlan -> addresses.add("VLAN " + vlan));
        double w = sizes.labelWidth(i);
        double h = Type.INTERFACE.lineHeight() + addresses.size() * Type.ADDRESS.lineHeight() + 2 * Label.PADDING;
        Rect fallback = null;
        for (Rect r : candidates(p, w, h)) {
            if (taken.any(r, x -> true)) {
                continue;
            }
            if (!cables.any(r, x -> true)) {
                add(p, i, r, addresses);
                return;
            }
            fallback = fallback == null ? r : fallback;
        }
        if (fallback != null) {
            add(p, i, fallback, addresses);
        }
    }

    private void add(Port p, Interface i, Rect r, List<String> addresses) {
        taken.add(r, r);
        labels.add(new Label(p.path(), r, i.name().value(), addresses));
    }

    private static List<Rect> candidates(Port p, double w, double h) {
        List<Rect> all = new ArrayList<>(2 * TRIES);
        for (int k = 0; k < TRIES; k++) {
            double far =
                    OFF_EDGE + (p.number() > 0 ? SOCKET : 0) + k * (p.side().horizontal() ? h / 2 : w / 3);
            double x = p.at().x();
            double y = p.at().y();
            switch (p.side()) {
                case BOTTOM -> {
                    all.add(new Rect(x + OFF_CABLE, y + far, w, h));
                    all.add(new Rect(x - OFF_CABLE - w, y + far, w, h));
                }
                case TOP -> {
                    all.add(new Rect(x + OFF_CABLE, y - far - h, w, h));
                    all.add(new Rect(x - OFF_CABLE - w, y - far - h, w, h));
                }
                case RIGHT -> {
                    all.add(new Rect(x + far, y - OFF_CABLE - h, w, h));
                    all.add(new Rect(x + far, y + OFF_CABLE, w, h));
                }
                case LEFT -> {
                    all.add(new Rect(x - far - w, y - OFF_CABLE - h, w, h));
                    all.add(new Rect(x - far - w, y + OFF_CABLE, w, h));
                }
            }
        }
        return all;
    }
}
