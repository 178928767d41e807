package dev.pathlight.view;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ConntrackList;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Tracked;
import dev.pathlight.wire.ConnectionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What connection tracking of one namespace knows, the newest first. What goes to groups is left to the classic view. */
public final class ConnectionTableModel extends SpaceTable<ConnectionRow, ConnectionTableModel.Row> {
    /** One connection; what becomes of it changes under the eye. */
    public static final class Row {
        public final String protocol;
        /** Its first direction, as the sender wrote it. */
        public final String original;
        /** The other direction, as the answerer writes it. */
        public final String reply;
        /** SNAT, DNAT, both or none. */
        public final String marks;

        private final StringProperty state = new SimpleStringProperty("");
        private final BooleanProperty used = new SimpleBooleanProperty();

        private Row(ConnectionRow c) {
            protocol = c.protocolName();
            original = ends(c, c.original());
            reply = ends(c, c.reply());
            List<String> both = new ArrayList<>();
            if (c.isSourceTranslated()) {
                both.add("SNAT");
            }
            if (c.isDestinationTranslated()) {
                both.add("DNAT");
            }
            marks = String.join(" ", both);
        }

        /** TCP's state, and UNREPLIED or ASSURED, as conntrack writes them. */
        public StringProperty state() {
            return state;
        }

        public BooleanProperty used() {
            return used;
        }
    }

    ConnectionTableModel() {
        super(c -> List.of(c.id(), c.toString(), c.isSourceTranslated(), c.isDestinationTranslated()), Row::new);
    }

    @Override
    void show(Glance next) {
        choice().show(next.where(s -> !of(s, next.nanos()).isEmpty()), RuleTableModel::isFilter);
        fill();
    }

    private static List<ConnectionRow> of(SpaceState space, long nanos) {
        return space.filters().connections().stream()
                .filter(c -> c.secondsLeft(nanos) > 0 && !isGroup(c.original().to()))
                .toList()
                .reversed();
    }

    private static boolean isGroup(IpAddress a) {
        return a.v6() ? a.high() >>> 56 == 0xff : a.low() >>> 28 == 0xe || a.low() == 0xffff_ffffL;
    }

    @Override
    void fill() {
        Glance view = choice().view();
        List<ConnectionRow> now = choice().state().stream()
                .flatMap(s -> of(s, view.nanos()).stream())
                .toList();
        held().set(now, (row, c) -> {
            row.state.set(state(c));
            row.used.set(isUsed(view, c));
        });
        List<String> used = now.stream()
                .filter(c -> isUsed(view, c))
                .map(ConnectionRow::toString)
                .toList();
        classic()
                .show(
                        choice().state().map(SpaceState::id),
                        () -> List.of(ConntrackList.of(choice().state().get(), view.nanos())),
                        used::contains);
    }

    private static boolean isUsed(Glance view, ConnectionRow c) {
        return view.moment().stream().flatMap(m -> m.all().stream()).anyMatch(h -> Tracked.isOf(h.bytes(), c));
    }

    private static String state(ConnectionRow c) {
        return List.of(c.state(), c.isReplied() ? "" : "UNREPLIED", c.isAssured() ? "ASSURED" : "").stream()
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** {@code 172.17.0.2 → 172.12.1.20}, with the ports where there are. */
    private static String ends(ConnectionRow c, ConnectionRow.Tuple t) {
        boolean ports = !c.isIcmp() && (t.fromPort() != 0 || t.toPort() != 0);
        return host(t.from(), ports ? t.fromPort() : 0) + " → " + host(t.to(), ports ? t.toPort() : 0);
    }

    private static String host(IpAddress a, int port) {
        return port == 0 ? a.toString() : a.v6() ? "[" + a + "]:" + port : a + ":" + port;
    }

    void choose(SpaceId space) {
        choice().chooseIfThere(space);
    }
}
