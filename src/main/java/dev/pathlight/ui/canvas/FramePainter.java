package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Marks;
import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.Type;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** Paints boxes: nodes, groups, namespaces, bridges, kernels, LANs, notes. */
final class FramePainter {
    private static final double FLAT_BELOW = 0.22;

    private final Brush brush;
    private final CanvasStyle style;
    private final CanvasText text;
    private final Marks marks;

    FramePainter(Brush brush, CanvasStyle style, CanvasText text, Marks marks) {
        this.brush = brush;
        this.style = style;
        this.text = text;
        this.marks = marks;
    }

    void paint(Frame f, Health health) {
        boolean flat = brush.scale() < FLAT_BELOW && f.kind() != Frame.Kind.NODE && f.kind() != Frame.Kind.GROUP;
        Rect r = f.rect();
        if (flat) {
            brush.raw().setFill(f.kind() == Frame.Kind.BRIDGE ? style.accent() : style.line());
            brush.raw().fillRect(r.x(), r.y(), r.width(), r.height());
            return;
        }
        switch (f.kind()) {
            case NODE -> node(f);
            case GROUP -> new GroupPainter(brush, style).paint(f, marks);
            case SPACE -> space(f, health);
            case BRIDGE -> bar(f, style.surfaces().bar(), border(health, style.accent()), 12);
            case KERNEL -> bar(f, style.surfaces().lan(), style.line(), 12);
            case LAN -> lan(f);
            case NOTE -> note(f);
            case TEXT -> lines(f, Type.TEXT, 6, 6);
            case CONTAINER -> container(f, health);
            case LOOPBACK -> loopback(f);
        }
        if (marks.locked().contains(f.path()) && f.kind() != Frame.Kind.KERNEL) {
            LockMark.paint(brush, style, r);
        }
        if (f.kind() != Frame.Kind.KERNEL && f.kind() != Frame.Kind.LOOPBACK && f.kind() != Frame.Kind.GROUP) {
            boolean small = f.kind() == Frame.Kind.CONTAINER;
            double d = f.kind() == Frame.Kind.NODE ? 30 : small ? 17 : 22;
            double y = f.isBar() ? f.titleLine() : r.y() + d;
            HealthMark.paint(brush, style, health, new Pt(r.right() - d, y), small ? 9 : 12);
        }
    }

    /** How round a frame's corners are. */
    static double radius(Frame f) {
        return switch (f.kind()) {
            case NODE, GROUP -> 20;
            case SPACE -> 16;
            case BRIDGE, KERNEL -> 12;
            case LAN -> 20;
            case NOTE, TEXT -> 8;
            case CONTAINER -> 12;
            case LOOPBACK -> 20;
        };
    }

    private Color border(Health health, Color drawn) {
        return health == Health.DRAWN ? drawn : style.of(health);
    }

    private void node(Frame f) {
        Rect r = f.rect();
        brush.fill(r, 20, style.surfaces().node());
        brush.outline(r, 20, style.line(), brush.atLeast(1.5, 1));
        if (brush.legible(Type.NODE)) {
            brush.left(f.title(), Type.NODE, new Pt(r.x() + 24, r.y() + 30), style.softText());
        }
        for (String line : f.details()) {
            if (brush.legible(Type.DETAIL)) {
                brush.left(line, Type.DETAIL, new Pt(r.x() + 24, r.y() + 62), style.softText());
            }
        }
    }

    private void space(Frame f, Health health) {
        Rect r = f.rect();
        brush.fill(r.moved(0, 4), 16, Color.color(0, 0, 0, 0.10));
        brush.fill(r, 16, style.surfaces().box());
        brush.outline(r, 16, border(health, style.line()), 2.5);
        if (!brush.legible(Type.SPACE)) {
            return;
        }
        double y = spaceTop(f) + Type.SPACE.lineHeight() / 2;
        brush.centred(f.title(), Type.SPACE, new Pt(r.cx(), y), style.text());
        y += Type.SPACE.lineHeight() / 2 + Type.DETAIL.lineHeight() / 2;
        for (String d : f.details()) {
            if (brush.legible(Type.DETAIL)) {
                brush.centred(d, Type.DETAIL, new Pt(r.cx(), y), style.softText());
            }
            y += Type.DETAIL.lineHeight();
        }
    }

    private static double spaceTop(Frame f) {
        double block = Type.SPACE.lineHeight() + f.details().size() * Type.DETAIL.lineHeight();
        return f.hollow() ? f.rect().y() + 16 : f.rect().cy() - 2 - block / 2;
    }

    private void container(Frame f, Health health) {
        Rect r = f.rect();
        brush.fill(r, 12, style.surfaces().node());
        brush.outline(r, 12, border(health, style.accent()), 2.5);
        if (!brush.legible(Type.BRIDGE)) {
            return;
        }
        double block = Type.BRIDGE.lineHeight() + f.details().size() * Type.DETAIL.lineHeight();
        double y = r.cy() - block / 2 + Type.BRIDGE.lineHeight() / 2;
        brush.centred(f.title(), Type.BRIDGE, new Pt(r.cx(), y), style.text());
        y += Type.BRIDGE.lineHeight() / 2 + Type.DETAIL.lineHeight() / 2;
        for (String d : f.details()) {
            brush.centred(d, Type.DETAIL, new Pt(r.cx(), y), style.softText());
            y += Type.DETAIL.lineHeight();
        }
    }

    private void loopback(Frame f) {
        Rect r = f.rect();
        brush.fill(r, 20, style.surfaces().bar());
        brush.outline(r, 20, style.line(), 2);
        if (brush.legible(Type.DETAIL)) {
            String words = f.title() + "  " + String.join(" ", f.details());
            brush.centred(words, Type.DETAIL, new Pt(r.cx(), r.cy()), style.text());
        }
    }

    private void bar(Frame f, Color fill, Color stroke, double radius) {
        Rect r = f.rect();
        brush.fill(r.moved(0, 4), radius, Color.color(0, 0, 0, 0.10));
        brush.fill(r, radius, fill);
        brush.outline(r, radius, stroke, 2.5);
        if (!brush.legible(Type.BRIDGE)) {
            return;
        }
        words(f).forEach(w -> w.paint(brush, style));
    }

    /**
     * A word on a bar.
     *
     * @param at the middle of its left edge
     */
    record Word(String said, Type type, Pt at) {
        void paint(Brush b, CanvasStyle style) {
            b.left(said, type, at, type == Type.BRIDGE ? style.text() : style.softText());
        }

        Rect rect(TextMeasure fonts) {
            double height = type.lineHeight() - 4;
            return new Rect(at.x() - 4, at.y() - height / 2, fonts.width(said, type) + 8, height);
        }
    }

    /** What is written on a bar: its name, then its addresses or what runs there. */
    List<Word> words(Frame f) {
        boolean kernel = f.kind() == Frame.Kind.KERNEL;
        String title = kernel ? text.say("kernel") : f.title();
        List<Word> words = new ArrayList<>();
        words.add(new Word(title, Type.BRIDGE, new Pt(f.rect().x() + 22, f.titleLine())));
        double x = f.rect().x() + 22 + brush.fonts().width(title, Type.BRIDGE) + 16;
        Type type = kernel ? Type.DETAIL : Type.ADDRESS;
        for (String d : f.details()) {
            words.add(new Word(d, type, new Pt(x, f.titleLine() + 1)));
            x += brush.fonts().width(d, type) + 16;
        }
        return words;
    }

    /** Where what is written on a bar ends. */
    static double barText(Frame f, String title, TextMeasure fonts) {
        double x = f.rect().x() + 22 + fonts.width(title, Type.BRIDGE) + 16;
        Type type = f.kind() == Frame.Kind.KERNEL ? Type.DETAIL : Type.ADDRESS;
        for (String d : f.details()) {
            x += fonts.width(d, type) + 16;
        }
        return x;
    }

    /** About where a frame's words stand: its name and what is said below or beside it. */
    static Rect written(Frame f, TextMeasure fonts) {
        Rect r = f.rect();
        double below = f.details().size() * Type.DETAIL.lineHeight();
        double details = f.details().stream()
                .mapToDouble(d -> fonts.width(d, Type.DETAIL))
                .max()
                .orElse(0);
        return switch (f.kind()) {
            case NODE, GROUP ->
                new Rect(
                        r.x() + 20,
                        r.y() + 30 - Type.NODE.lineHeight() / 2,
                        Math.max(fonts.width(f.title(), Type.NODE), details) + 4,
                        Type.NODE.lineHeight() + below);
            case SPACE -> {
                double w = Math.max(fonts.width(f.title(), Type.SPACE), details);
                yield new Rect(r.cx() - w / 2, spaceTop(f), w, Type.SPACE.lineHeight() + below);
            }
            case BRIDGE, KERNEL, LAN ->
                new Rect(
                        r.x(),
                        f.titleLine() - Type.BRIDGE.lineHeight() / 2,
                        barText(f, f.title(), fonts) - 16 - r.x(),
                        Type.BRIDGE.lineHeight());
            case NOTE, TEXT, CONTAINER, LOOPBACK -> r;
        };
    }

    private void lan(Frame f) {
        Rect r = f.rect();
        brush.fill(r, 20, style.surfaces().lan());
        brush.outline(r, 20, style.line(), 2);
        if (brush.legible(Type.BRIDGE)) {
            brush.left(f.title(), Type.BRIDGE, new Pt(r.x() + 26, f.titleLine()), style.text());
        }
    }

    private void note(Frame f) {
        Rect r = f.rect();
        brush.fill(r, 8, style.surfaces().note());
        brush.outline(r, 8, style.line(), 1);
        lines(f, Type.NOTE, 17, 14);
    }

    /** Words, so far from the frame's left and top. */
    private void lines(Frame f, Type type, double left, double top) {
        double y = f.rect().y() + top + type.lineHeight() / 2;
        for (String line : f.details()) {
            if (brush.legible(type)) {
                brush.left(line, type, new Pt(f.rect().x() + left, y), style.text());
            }
            y += type.lineHeight();
        }
    }
}
