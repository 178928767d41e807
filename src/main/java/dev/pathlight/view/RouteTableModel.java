package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.live.classic.Ethtool;
import dev.pathlight.live.classic.IpAddr;
import dev.pathlight.live.classic.IpRoute;
import dev.pathlight.live.classic.RouteN;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The routes of one namespace: table main, and of table local the row that is used just now. */
public final class RouteTableModel extends SpaceTable<RouteTableModel.Shown, RouteTableModel.Row> {
    private static final int MAIN = 254;
    private static final int LOCAL = 255;
    private static final int RTN_BLACKHOLE = 6;
    private static final List<String> REFUSING = List.of("blackhole ", "unreachable ", "prohibit ");
    static final String NO_ROW = "no row matches ";

    /** One row, in columns as {@code route -n} has them. */
    public static final class Row {
        public final String destination;
        public final String gateway;
        public final String device;
        public final String source;
        /** The whole row as {@code ip route} prints it. */
        public final String text;

        private final BooleanProperty used = new SimpleBooleanProperty();

        private Row(Shown from) {
            RouteRow r = from.row();
            destination = refusal(r)
                    + (r.destination().prefix() == 0
                            ? "default"
                            : r.table() == LOCAL
                                    ? "local " + r.destination().address()
                                    : r.destination().toString());
            gateway = r.gateway().map(IpAddress::toString).orElse("");
            device = from.device();
            source = r.source().map(IpAddress::toString).orElse("");
            text = from.text();
        }

        public BooleanProperty used() {
            return used;
        }
    }

    /** RTN_* of {@code linux/rtnetlink.h}: of a row that sends nothing on, how it does not. */
    private static String refusal(RouteRow r) {
        int type = r.type() - RTN_BLACKHOLE;
        return type >= 0 && type < REFUSING.size() ? REFUSING.get(type) : "";
    }

    record Shown(RouteRow row, String device, String text, boolean used, int copy) {}

    private final ReadOnlyStringWrapper unmatched = new ReadOnlyStringWrapper("");

    RouteTableModel() {
        super(s -> List.of(s.row(), s.device(), s.copy()), Row::new);
    }

    @Override
    void show(Glance next) {
        choice().show(next, d -> isRoute(d.kind()) || d.kind() == Decision.Kind.NEIGHBOUR);
        fill();
    }

    static boolean isRoute(Decision.Kind kind) {
        return kind == Decision.Kind.ROUTE || kind == Decision.Kind.LOCAL || kind == Decision.Kind.RULE;
    }

    @Override
    void fill() {
        List<Shown> now =
                choice().state().stream().flatMap(s -> shown(s).stream()).toList();
        held().set(now, (row, value) -> row.used.set(value.used()));
        List<String> deciding = choice().decisions(d -> isRoute(d.kind()));
        classic()
                .show(
                        choice().state().map(SpaceState::id),
                        () -> texts(choice().view().snapshot(), choice().state().get()),
                        deciding::contains);
        unmatched.set(choice().decisions(d -> isRoute(d.kind())).stream()
                .filter(d -> d.startsWith(NO_ROW))
                .map(d -> d.substring(NO_ROW.length()))
                .findFirst()
                .orElse(""));
    }

    /** The routes, and the interfaces they lead out by. */
    private static List<ClassicText> texts(Snapshot all, SpaceState space) {
        List<ClassicText> texts =
                new ArrayList<>(List.of(RouteN.of(space), IpRoute.v4(space), IpRoute.v6(space), IpAddr.of(all, space)));
        texts.addAll(Ethtool.of(all, space));
        return texts;
    }

    private List<Shown> shown(SpaceState space) {
        List<String> deciding = choice().decisions(d -> isRoute(d.kind()));
        return IntStream.range(0, space.routes().size())
                .mapToObj(i -> {
                    RouteRow r = space.routes().get(i);
                    String text = RowText.route(r, space::nameOf);
                    String device = r.device() == 0 ? "" : space.nameOf(r.device());
                    // Two equal routes are legal: only their place tells them apart.
                    int copy = space.routes().subList(0, i).indexOf(r) < 0 ? 0 : i;
                    return new Shown(r, device, text, deciding.contains(text), copy);
                })
                .filter(s -> s.row().table() == MAIN && !isMulticast(s.row()) || s.used())
                .toList();
    }

    private static boolean isMulticast(RouteRow r) {
        return r.destination().address().v6() && (r.destination().address().high() >>> 56) == 0xff;
    }

    /** The address that a packet died for here because no row matches it; "" otherwise. */
    public ReadOnlyStringProperty unmatched() {
        return unmatched.getReadOnlyProperty();
    }

    /** Shows this namespace's routes. */
    public void choose(SpaceId space) {
        choice().choose(space);
    }
}
