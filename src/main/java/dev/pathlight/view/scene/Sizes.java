package dev.pathlight.view.scene;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Note;
import dev.pathlight.view.Forwarding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How large each thing must be for its text to fit. */
final class Sizes {
    /** Width and height. */
    record Size(double width, double height) {}

    static final double PADDING = 22;
    /** Room for the switch of one that forwards, below what is said of it. */
    private static final double SWITCH = 32;

    private static final double BAR = 80;
    /** Room for the mark that says how a thing fares. */
    private static final double MARK = 36;
    /** Room for a kernel's name and its switch. */
    static final double KERNEL = 296;

    private static final double NOTE_WIDTH = 320;
    private static final double TEXT_WIDTH = 720;
    private static final double TEXT_EDGE = 6;
    private static final double CONTAINER_GAP = 64;

    /** Room for lo below containers. */
    private static final double LOOPBACK_LANE = 110;

    private static final int LONGEST_COMMAND = 28;

    private final TextMeasure measure;
    private final Locale locale;

    Sizes(TextMeasure measure, Locale locale) {
        this.measure = measure;
        this.locale = locale;
    }

    /** A namespace without what stands inside it. */
    Size space(Namespace n) {
        double text = measure.width(n.name(), Type.SPACE);
        List<String> details = details(n);
        for (String d : details) {
            text = Math.max(text, measure.width(d, Type.DETAIL));
        }
        double ports = 0;
        for (Interface i : n.interfaces()) {
            ports += n.interfaces().size() > 1 ? labelWidth(i) + 34 : 0;
        }
        double height = 2 * PADDING + Type.SPACE.lineHeight() + details.size() * Type.DETAIL.lineHeight();
        if (!details.isEmpty() && Forwarding.routes(n)) {
            height += SWITCH;
        }
        double width = Math.max(180, Math.max(text + 2 * PADDING + MARK, ports));
        if (n.containers().isEmpty()) {
            return new Size(width, Math.max(92, height));
        }
        Size row = containers(n);
        return new Size(Math.max(width, row.width() + 2 * CONTAINER_GAP), height + row.height() + LOOPBACK_LANE);
    }

    /** The row of a namespace's containers. */
    private Size containers(Namespace n) {
        double width = -CONTAINER_GAP;
        double height = 0;
        for (Container c : n.containers()) {
            width += container(c).width() + CONTAINER_GAP;
            height = Math.max(height, container(c).height());
        }
        return new Size(width, height);
    }

    /** Places of a namespace's containers, side by side below its title, and of its lo below them. */
    List<Rect> containersIn(Namespace n, Rect space) {
        Size row = containers(n);
        double x = space.cx() - row.width() / 2;
        double y = space.y() + PADDING + Type.SPACE.lineHeight() + details(n).size() * Type.DETAIL.lineHeight() + 12;
        List<Rect> places = new ArrayList<>();
        for (Container c : n.containers()) {
            places.add(new Rect(x, y, container(c).width(), row.height()));
            x += container(c).width() + CONTAINER_GAP;
        }
        places.add(new Rect(space.cx() - 75, y + row.height() + 44, 150, 40));
        return places;
    }

    private Size container(Container c) {
        double text = measure.width(c.name().value(), Type.BRIDGE);
        List<String> lines = listens(c);
        for (String line : lines) {
            text = Math.max(text, measure.width(line, Type.DETAIL));
        }
        return new Size(
                Math.max(150, text + 2 * PADDING + 36),
                32 + Type.BRIDGE.lineHeight() + Math.max(1, lines.size()) * Type.DETAIL.lineHeight());
    }

    /** What a container does, in a line or a few. */
    static List<String> listens(Container c) {
        if (!c.listens().isEmpty()) {
            return c.listens().stream()
                    .map(l -> l.protocol().toUpperCase(Locale.ROOT) + " :" + l.port())
                    .toList();
        }
        String command = String.join(" ", c.command());
        return command.isEmpty()
                ? List.of()
                : List.of(command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) + "…" : command);
    }

    /** What runs in a namespace. */
    List<String> details(Namespace n) {
        List<String> lines = new ArrayList<>();
        String title = n.title().in(locale);
        if (!title.isEmpty() && !title.equals(n.name())) {
            lines.add(title);
        }
        return lines;
    }

    Size bridge(Namespace space, Bridge b) {
        double ports = 30;
        for (var name : b.ports()) {
            ports += space.findInterface(name).map(i -> labelWidth(i)).orElse(0.0) + 40;
        }
        double text = measure.width(b.name().value(), Type.BRIDGE) + PADDING + MARK + 6;
        for (Cidr c : b.addresses()) {
            text += measure.width(c.toString(), Type.ADDRESS) + 16;
        }
        return new Size(Math.max(240, Math.max(ports, text)), BAR);
    }

    Size kernel(double width) {
        return new Size(Math.max(KERNEL, width), BAR);
    }

    Size lan(String title) {
        return new Size(Math.max(300, measure.width(title, Type.BRIDGE) + 2 * PADDING), 76);
    }

    List<String> noteLines(Note n) {
        String words = n.text().in(locale);
        return n.framed() ? wrap(words, NOTE_WIDTH - 2 * 16, Type.NOTE) : wrap(words, TEXT_WIDTH, Type.TEXT);
    }

    Size note(Note n) {
        Type type = n.framed() ? Type.NOTE : Type.TEXT;
        double widest = noteLines(n).stream()
                .mapToDouble(l -> measure.width(l, type))
                .max()
                .orElse(0);
        double high = noteLines(n).size() * type.lineHeight();
        return n.framed()
                ? new Size(Math.max(120, widest + 34), high + 28)
                : new Size(Math.max(24, widest + 2 * TEXT_EDGE), high + 2 * TEXT_EDGE);
    }

    /** Of the label at an interface; the addresses of a bridge's port belong to the bridge but are shown where drawn. */
    double labelWidth(Interface i) {
        double w = measure.width(i.name().value(), Type.INTERFACE);
        for (Cidr c : i.addresses()) {
            w = Math.max(w, measure.width(c.toString(), Type.ADDRESS));
        }
        return w + 2 * Label.PADDING;
    }

    /** By how much the label right of a namespace's last upright cable sticks out of a box of this width. */
    double overhang(Namespace n, double width) {
        int count = n.interfaces().size();
        return count == 0 ? 0 : labelWidth(n.interfaces().getLast()) + 12 - width / (count + 1);
    }

    double width(String text, Type type) {
        return measure.width(text, type);
    }

    /** Breaks at blanks, and anywhere between East Asian characters or in what is too long for a line. */
    private List<String> wrap(String text, double width, Type type) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String piece : paragraph.splitWithDelimiters("(?<= )|(?<=[\\u2e80-\\uffef])", 0)) {
                if (!line.isEmpty() && measure.width(line + piece.stripTrailing(), type) > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(piece);
                while (measure.width(line.toString().stripTrailing(), type) > width && line.length() > 1) {
                    int fits = line.length() - 1;
                    while (fits > 1 && measure.width(line.substring(0, fits), type) > width) {
                        fits--;
                    }
                    lines.add(line.substring(0, fits));
                    line.delete(0, fits);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
