package dev.pathlight.view;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.NftRuleset;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.RuleRow;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The filter and NAT rules of one namespace, chain by chain. */
public final class RuleTableModel extends SpaceTable<RuleTableModel.Shown, RuleTableModel.Row> {
    /** A chain's head or a rule, in nft's words. */
    public static final class Row {
        /** A chain's head: what follows are its rules. */
        public final boolean chain;
        /** The rule; of a chain its family, table and name. */
        public final String text;
        /** When the kernel calls a chain, and its policy; "" for a rule, and for a chain that only rules call. */
        public final String base;

        private final StringProperty packets = new SimpleStringProperty("");
        private final BooleanProperty used = new SimpleBooleanProperty();

        private Row(Shown from) {
            chain = from.chain();
            text = from.text();
            base = from.base();
        }

        /** How many packets met it; "" for one that does not count. */
        public StringProperty packets() {
            return packets;
        }

        public BooleanProperty used() {
            return used;
        }
    }

    /** @param named how a decision names it */
    record Shown(boolean chain, Object key, String text, String base, long packets, String named) {}

    private final ReadOnlyBooleanWrapper pointing = new ReadOnlyBooleanWrapper();

    RuleTableModel() {
        super(s -> List.of(s.key(), s.text(), s.base()), Row::new);
    }

    @Override
    void show(Glance next) {
        choice().show(next.where(s -> !s.filters().chains().isEmpty()), RuleTableModel::isFilter);
        fill();
    }

    static boolean isFilter(Decision d) {
        return d.kind() == Decision.Kind.RULE || d.kind() == Decision.Kind.NAT;
    }

    @Override
    void fill() {
        List<String> deciding = choice().decided(RuleTableModel::isFilter).stream()
                .map(d -> NftRuleset.row(d.table(), d.row()))
                .toList();
        List<Shown> now =
                choice().state().stream().flatMap(s -> shown(s).stream()).toList();
        held().set(now, (row, value) -> {
            row.packets.set(value.packets() < 0 ? "" : Long.toString(value.packets()));
            row.used.set(deciding.contains(value.named()));
        });
        // That a rule let it pass comes beside what decided its way.
        boolean first = choice().view().decisions().stream()
                .findFirst()
                .filter(RuleTableModel::isFilter)
                .isPresent();
        pointing.set(first && now.stream().anyMatch(s -> deciding.contains(s.named())));
        classic()
                .show(
                        choice().state().map(SpaceState::id),
                        () -> List.of(NftRuleset.of(choice().state().get())),
                        deciding::contains);
    }

    private static List<Shown> shown(SpaceState space) {
        List<Shown> shown = new ArrayList<>();
        for (ChainRow c : space.filters().chains()) {
            String place = c.family() + " " + c.table() + " " + c.name();
            String base = c.base().map(b -> NftRuleset.base(c.family(), b)).orElse("");
            String policy = c.base()
                    .map(b -> NftRuleset.row(place, NftRuleset.policy(b)))
                    .orElse("");
            shown.add(new Shown(true, place, place, base, -1, policy));
            for (RuleRow r : space.filters().rulesOf(c)) {
                Object key = List.of(place, r.handle());
                shown.add(new Shown(false, key, r.text(), "", r.packets(), NftRuleset.row(place, r.text())));
            }
        }
        return shown;
    }

    /** Whether a rule or policy here decided where the packet is. */
    public ReadOnlyBooleanProperty pointing() {
        return pointing.getReadOnlyProperty();
    }

    void choose(SpaceId space) {
        choice().chooseIfThere(space);
    }
}
