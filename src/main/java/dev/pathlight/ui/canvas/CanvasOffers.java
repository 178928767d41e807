package dev.pathlight.ui.canvas;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.BreakModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the menu of a right click offers at one thing or another, for whoever looks for it by name: what flannel can grow by,
 * pings, and what can be broken while it runs.
 */
public final class CanvasOffers {
    /** As many pings as a menu would show; on a larger drawing those from what is selected. */
    private static final int MOST_ASKING = 24;

    private final Board board;
    private final Growing growing;

    CanvasOffers(Board board) {
        this.board = board;
        growing = new Growing(board);
    }

    Growing growing() {
        return growing;
    }

    /** All of them, looked for anew. */
    public Stream<CanvasOffer> all() {
        Stream<CanvasOffer> grown = growing.all().stream().map(this::growth);
        return Stream.of(grown, broken(), pings()).flatMap(s -> s);
    }

    private CanvasOffer growth(Growing.Offer g) {
        return new CanvasOffer(
                l -> CanvasText.of(l).say(g.phrase()),
                l -> g.lacking().map(why -> why.in(l)).orElse(g.at()),
                () -> growing.take(g));
    }

    private Stream<CanvasOffer> broken() {
        Optional<BreakModel> model = board.model().breaking().get();
        return model.stream()
                .flatMap(m -> m.offers().stream()
                        .map(b -> new CanvasOffer(
                                b.words()::in, l -> CanvasText.of(l).say("menu.break"), () -> m.breakIt(b))));
    }

    private Stream<CanvasOffer> pings() {
        List<SpaceId> spaces = board.model().drawing().get().topology().spaces().toList();
        List<SpaceId> selected = spaces.stream()
                .filter(s -> board.model().selection().get().contains(s.toString()))
                .toList();
        List<SpaceId> asking = selected.isEmpty() && spaces.size() <= MOST_ASKING ? spaces : selected;
        return asking.stream()
                .flatMap(from -> spaces.stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> new CanvasOffer(
                                l -> CanvasText.of(l).say("menu.pingFrom", from.shortName()) + " " + to.shortName(),
                                l -> "",
                                () -> board.model().intents().ping(from, to))));
    }
}
