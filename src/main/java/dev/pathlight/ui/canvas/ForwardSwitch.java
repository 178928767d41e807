package dev.pathlight.ui.canvas;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Type;
import java.util.Map;
import java.util.Optional;

/** The switch on the box of a network stack that stands between networks: does its kernel forward? */
final class ForwardSwitch {
    private static final String WORDS = "ip_forward";
    private static final double WIDTH = 46;
    private static final double HEIGHT = 24;
    /** Room for the words beside the switch, which are part of it. */
    private static final double WORDS_WIDTH = 96;

    private ForwardSwitch() {}

    /** Where it is; a node's stands on its kernel's bar. */
    private static Optional<Rect> at(Frame f) {
        Rect r = f.rect();
        return switch (f.kind()) {
            case KERNEL -> Optional.of(new Rect(r.right() - WIDTH - 14, f.titleLine() - HEIGHT / 2, WIDTH, HEIGHT));
            case SPACE -> Optional.of(new Rect(r.x() + WORDS_WIDTH + 14, r.bottom() - HEIGHT - 8, WIDTH, HEIGHT));
            case NODE, GROUP, LAN, BRIDGE, CONTAINER, LOOPBACK, NOTE, TEXT -> Optional.empty();
        };
    }

    /** A switch under the pointer: whose it is, and to what a click turns it. */
    record Turn(SpaceId space, boolean on) {}

    static Optional<Turn> hit(Board board, Pt world) {
        Map<String, Boolean> switches = board.model().forwarding().get();
        for (Frame f : board.scene().frames()) {
            Boolean on = switches.get(f.path());
            if (on != null && at(f).filter(r -> isOn(r, world)).isPresent()) {
                return Optional.of(new Turn(SpaceId.parse(f.path()), !on));
            }
        }
        return Optional.empty();
    }

    private static boolean isOn(Rect r, Pt p) {
        return new Rect(r.x() - WORDS_WIDTH, r.y() - 4, r.width() + WORDS_WIDTH + 6, r.height() + 8).contains(p);
    }

    static void paint(Frame f, boolean on, Brush brush, CanvasStyle style) {
        at(f).filter(r -> brush.legible(Type.DETAIL)).ifPresent(r -> {
            double words = brush.fonts().width(WORDS, Type.DETAIL);
            brush.left(WORDS, Type.DETAIL, new Pt(r.x() - words - 8, r.cy()), style.softText());
            brush.fill(r, HEIGHT / 2, on ? style.accent() : style.line());
            double x = on ? r.right() - HEIGHT / 2 : r.x() + HEIGHT / 2;
            brush.disc(new Pt(x, r.cy()), HEIGHT / 2 - 3, style.surfaces().box());
        });
    }
}
