package dev.pathlight.ui.canvas;

import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.FreePlace;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.List;

/** Putting a new thing of the palette where the pointer is, under the next free name. */
final class Placing implements Gesture {
    /** Around a bridge, so that its cables and their names are seen. */
    private static final double CABLE_ROOM = 48;

    private final Board board;
    private final Tool tool;
    private final Pt start;
    private Pt at;

    Placing(Board board, Tool tool, Pt at) {
        this.board = board;
        this.tool = tool;
        this.start = at;
        this.at = at;
    }

    @Override
    public void drag(Pointer p) {
        at = p.world();
    }

    @Override
    public void release(Pointer p) {
        at = p.world();
        if (tool == Tool.GROUP) {
            Marking.group(board, place());
        } else {
            place(board, tool, at);
        }
        board.used(p);
    }

    @Override
    public void paint(Brush b, CanvasStyle style) {
        Rect r = place();
        b.raw().setGlobalAlpha(0.18);
        b.fill(r, 14, style.accent());
        b.raw().setGlobalAlpha(1);
        b.outline(r, 14, style.accent(), b.atLeast(2, 1.5));
    }

    /** A group's frame reaches from corner to corner of the drag. */
    private Rect place() {
        Rect drawn = Rect.between(start, at);
        boolean frame = tool == Tool.GROUP && drawn.width() > 80 && drawn.height() > 60;
        return frame ? drawn : outline(tool, at);
    }

    /** Adds the thing and selects it. */
    static void place(Board board, Tool tool, Pt at) {
        Rect room = room(board, tool, at);
        if (tool == Tool.GROUP) {
            Marking.group(board, outline(tool, at));
        } else if (tool.places()) {
            new Adding(board, at).add(tool, room.box());
        } else {
            board.model().tool().set(tool);
        }
    }

    /** Where the thing really goes: at the pointer, or as near as it has room beside what is there. */
    static Rect room(Board board, Tool tool, Pt at) {
        if (tool == Tool.TEXT) {
            // Words may stand on anything.
            return outline(tool, at);
        }
        List<Rect> taken = board.scene().frames().stream()
                .filter(f -> stands(f, tool, at))
                .map(Frame::rect)
                .toList();
        return FreePlace.closest(outline(tool, at), taken, isBar(tool) ? CABLE_ROOM : 24);
    }

    private static boolean isBar(Tool tool) {
        return tool == Tool.BRIDGE || tool == Tool.SWITCH || tool == Tool.HUB;
    }

    /** A bridge may stand in a namespace, and both in a node; all others need room of their own. */
    private static boolean stands(Frame f, Tool tool, Pt at) {
        boolean whole = tool == Tool.NODE || tool == Tool.LAN;
        return switch (f.kind()) {
            case NODE -> whole;
            case SPACE -> !whole && !(isBar(tool) && f.rect().contains(at));
            case BRIDGE, KERNEL, CONTAINER, LOOPBACK -> !whole;
            case LAN, NOTE, TEXT -> true;
            case GROUP -> false;
        };
    }

    private static Rect outline(Tool tool, Pt at) {
        Pt size = switch (tool) {
            case NODE -> new Pt(360, 240);
            case BRIDGE, SWITCH, HUB -> new Pt(260, 80);
            case GATEWAY -> new Pt(310, 220);
            case LAN -> new Pt(400, 76);
            case GROUP -> new Pt(420, 280);
            case NOTE -> new Pt(180, 60);
            case TEXT -> new Pt(100, 44);
            case VXLAN, VLAN, MACVLAN, IPVLAN, DUMMY, VRF, IPIP, GRE, SIT, IP6TNL, WIREGUARD, BOND -> new Pt(100, 40);
            case SELECT, NAMESPACE, ROUTER, CONTAINER, CABLE, PING -> new Pt(180, 100);
        };
        return new Rect(Arrange.snap(at.x() - size.x() / 2), Arrange.snap(at.y() - size.y() / 2), size.x(), size.y());
    }
}
