package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth;
import dev.pathlight.topology.flannel.Publishing;
import dev.pathlight.view.scene.GrowthLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a drawn flannel network can grow by: nodes, pods on them, and ports published for pods; each one edit. */
final class Growing {
    /**
     * One thing that can be added.
     *
     * @param phrase what doing it is called, by undo too
     * @param at the path of what it is added to; "" for the drawing
     */
    record Offer(String phrase, String at, Growth.Outcome outcome) {
        /** Why it cannot be added now. */
        Optional<Sentence> lacking() {
            return outcome instanceof Growth.Outcome.NoRoom n ? Optional.of(n.why()) : Optional.empty();
        }
    }

    private final Board board;

    Growing(Board board) {
        this.board = board;
    }

    private Topology topology() {
        return board.model().drawing().get().topology();
    }

    /** At the thing at {@code path}. */
    List<Offer> at(Optional<String> path) {
        Topology t = topology();
        List<Offer> offers = new ArrayList<>();
        path.flatMap(p -> nodeOf(t, p)).ifPresent(node -> pods(t, node).forEach(offers::add));
        path.flatMap(p -> podOf(t, p)).ifPresent(pod -> offers.add(published(t, pod)));
        node(t).forEach(offers::add);
        return offers;
    }

    /** Everywhere. */
    List<Offer> all() {
        Topology t = topology();
        Stream<Offer> pods = t.nodes().stream().map(Node::name).flatMap(n -> pods(t, n));
        Stream<Offer> published = t.spaces().filter(s -> Publishing.isPod(t, s)).map(pod -> published(t, pod));
        return Stream.of(node(t), pods, published).flatMap(s -> s).toList();
    }

    private static Stream<Offer> node(Topology t) {
        return t.flannel().stream().map(f -> new Offer("menu.addFlannelNode", "", Growth.node(t)));
    }

    private static Stream<Offer> pods(Topology t, Name node) {
        return Growth.isMember(t, node)
                ? Stream.of(new Offer("menu.addPod", node.value(), Growth.pod(t, node)))
                : Stream.of();
    }

    private static Offer published(Topology t, SpaceId pod) {
        return new Offer("menu.publish", pod.toString(), Publishing.publish(t, pod));
    }

    private static Optional<Name> nodeOf(Topology t, String path) {
        return Element.find(t, path).flatMap(e -> switch (e) {
            case Element.OfNode n -> Optional.of(n.node().name());
            case Element.OfNamespace n -> Optional.of(n.id().node());
            case Element.OfBridge b -> Optional.of(b.id().space().node());
            default -> Optional.empty();
        });
    }

    private static Optional<SpaceId> podOf(Topology t, String path) {
        return Element.find(t, path)
                .flatMap(e -> e instanceof Element.OfNamespace n && Publishing.isPod(t, n.id())
                        ? Optional.of(n.id())
                        : Optional.empty());
    }

    /** Adds it and selects it; where there is no room for it, says why. */
    void take(Offer offer) {
        switch (offer.outcome()) {
            case Growth.Outcome.Grown(Topology grown, String path) -> {
                Edit edit = GrowthLayout.edit(
                        board.model().drawing().get(), grown, board.words().locale(), board.fonts());
                board.model().intents().edit(board.words().say(offer.phrase()), edit);
                board.model().selection().set(Set.of(path));
            }
            case Growth.Outcome.NoRoom(Sentence why, Sentence hint) -> board.say(refusal(offer, why));
        }
    }

    /** What it is called where it cannot be done. */
    String refusal(Offer offer, Sentence why) {
        return board.words()
                .say(
                        "menu.noRoom",
                        board.words().say(offer.phrase()),
                        why.in(board.words().locale()));
    }
}
