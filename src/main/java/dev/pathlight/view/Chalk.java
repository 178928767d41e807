package dev.pathlight.view;

import dev.pathlight.view.scene.Pt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is drawn over a drawing while somebody talks: strokes of a pen that go away by themselves or stay until they are wiped
 * off, and the spot of a pointer with its trail. In drawing units, so that it lies on the same things however the view
 * changes; never part of the drawing, and never saved.
 */
public final class Chalk {
    /** How many colours a pen has. */
    public static final int COLOURS = 4;

    /** How long a stroke stays as it is once it is drawn, s. */
    static final double LINGERS = 4;
    /** And how long it then takes to go, s. */
    static final double GOES = 1;
    /** How long the spot's trail is, s. */
    static final double TRAIL = 0.6;

    /** What the hand holds. */
    public enum Held {
        NOTHING,
        PEN,
        ERASER,
        SPOT
    }

    /**
     * A line of the pen.
     *
     * @param colour below {@link #COLOURS}
     * @param width in drawing units
     */
    public record Stroke(int colour, double width, List<Pt> points, double opacity) {}

    /**
     * Where the spot was.
     *
     * @param age from 0, now, to 1, forgotten
     */
    public record Trace(Pt at, double age) {}

    private static final class Line {
        final int colour;
        final double width;
        final boolean goes;
        final List<Pt> points = new ArrayList<>();
        double age;

        Line(int colour, double width, boolean goes) {
            this.colour = colour;
            this.width = width;
            this.goes = goes;
        }
    }

    private static final class Seen {
        final Pt at;
        double age;

        Seen(Pt at) {
            this.at = at;
        }
    }

    private final ObjectProperty<Held> held = new SimpleObjectProperty<>(Held.NOTHING);
    private final IntegerProperty colour = new SimpleIntegerProperty();
    private final BooleanProperty goes = new SimpleBooleanProperty(true);
    private final BooleanProperty still = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final List<Line> lines = new ArrayList<>();
    private final List<Seen> trail = new ArrayList<>();
    private Optional<Line> current = Optional.empty();

    public Chalk() {
        held.subscribe(h -> {
            current = Optional.empty();
            trail.clear();
            change();
        });
    }

    /** Takes something up, or puts it down where the hand holds it already. */
    public void take(Held what) {
        held.set(held.get() == what ? Held.NOTHING : what);
    }

    /** Puts down what the hand holds; false where it holds nothing. */
    public boolean putDown() {
        boolean was = held.get() != Held.NOTHING;
        held.set(Held.NOTHING);
        return was;
    }

    /** Sets the pen on the drawing. */
    public void begin(Pt at, double width) {
        Line line = new Line(colour.get(), width, goes.get());
        line.points.add(at);
        lines.add(line);
        current = Optional.of(line);
        change();
    }

    /** Draws on to {@code at}. */
    public void draw(Pt at) {
        current.filter(l -> !l.points.getLast().equals(at)).ifPresent(l -> {
            l.points.add(at);
            change();
        });
    }

    /** Lifts the pen; from now on the stroke ages. */
    public void end() {
        current = Optional.empty();
    }

    /** Takes away every stroke that comes within {@code reach} of {@code at}. */
    public void erase(Pt at, double reach) {
        if (lines.removeIf(l -> isNear(l, at, reach))) {
            change();
        }
    }

    private static boolean isNear(Line l, Pt at, double reach) {
        Pt last = l.points.getFirst();
        for (Pt next : l.points) {
            if (distance(last, next, at) <= reach + l.width / 2) {
                return true;
            }
            last = next;
        }
        return false;
    }

    /** How far {@code p} is from the line between two points. */
    private static double distance(Pt a, Pt b, Pt p) {
        double length = a.distance(b);
        if (length == 0) {
            return a.distance(p);
        }
        double along = ((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a.y()) * (b.y() - a.y())) / (length * length);
        double t = Math.clamp(along, 0, 1);
        return p.distance(new Pt(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y())));
    }

    /** Wipes all of it off. */
    public void wipe() {
        lines.clear();
        current = Optional.empty();
        change();
    }

    /** The spot is at {@code at} now. */
    public void point(Pt at) {
        if (held.get() == Held.SPOT) {
            if (still.get()) {
                trail.clear();
            }
            trail.add(new Seen(at));
            change();
        }
    }

    /** Lets {@code seconds} go by. */
    public void advance(double seconds) {
        if (!ages()) {
            return;
        }
        for (Line l : lines) {
            l.age += l.goes && !current.equals(Optional.of(l)) ? seconds : 0;
        }
        lines.removeIf(l -> l.age >= LINGERS + GOES || still.get() && l.age >= LINGERS);
        trail.forEach(s -> s.age += seconds);
        while (trail.size() > 1 && trail.getFirst().age >= TRAIL) {
            trail.removeFirst();
        }
        change();
    }

    /** Whether anything will look different in a while though no hand moves. */
    public boolean ages() {
        return trail.size() > 1 || lines.stream().anyMatch(l -> l.goes && !current.equals(Optional.of(l)));
    }

    private void change() {
        changes.set(changes.get() + 1);
    }

    /** What there is, the oldest first. */
    public List<Stroke> strokes() {
        return lines.stream()
                .map(l -> new Stroke(
                        l.colour, l.width, List.copyOf(l.points), Math.clamp((LINGERS + GOES - l.age) / GOES, 0, 1)))
                .toList();
    }

    /** Where the spot was, the oldest first, and is, last; empty where there is none. */
    public List<Trace> trail() {
        return trail.stream()
                .map(s -> new Trace(s.at, Math.min(1, s.age / TRAIL)))
                .toList();
    }

    /** Changes with everything there is to see. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public ObjectProperty<Held> held() {
        return held;
    }

    /** The pen's, from 0. */
    public IntegerProperty colour() {
        return colour;
    }

    /** Whether what is drawn next goes away by itself. */
    public BooleanProperty goes() {
        return goes;
    }

    /** Whether nothing fades: strokes go at once, the spot has no trail. */
    public BooleanProperty still() {
        return still;
    }
}
