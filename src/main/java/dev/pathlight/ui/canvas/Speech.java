package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a screen reader says about a thing on the drawing: {@code namespace ns1, veth0 10.1.1.2/24, running}. */
final class Speech {
    private final Board board;

    Speech(Board board) {
        this.board = board;
    }

    String of(Optional<String> path) {
        Optional<Element> element =
                path.flatMap(p -> Element.find(board.model().drawing().get().topology(), p));
        Optional<Group> group = path.flatMap(board.marks()::group);
        if (group.isPresent()) {
            return board.words()
                    .say("group", group.get().title().in(board.words().locale()));
        }
        return element.isEmpty() ? board.words().say("nothing") : of(path.get(), element.get());
    }

    private String of(String path, Element element) {
        CanvasText words = board.words();
        List<String> parts = new ArrayList<>();
        switch (element) {
            case Element.OfTopology t -> parts.add(t.toString());
            case Element.OfNode n -> parts.add(words.say("node", n.node().name()));
            case Element.OfNamespace n -> {
                parts.add(words.say("namespace", n.id().namespace()));
                n.namespace().interfaces().forEach(i -> parts.add(face(i)));
            }
            case Element.OfBridge b -> {
                parts.add(words.say("bridge", b.id().name()));
                b.bridge().ports().forEach(p -> parts.add(p.value()));
            }
            case Element.OfInterface i -> {
                parts.add(words.say("interface", i.id().name(), i.id().space().shortName()));
                i.link().addresses().forEach(a -> parts.add(a.toString()));
            }
            case Element.OfContainer c -> {
                parts.add(words.say("container", c.container().name(), c.space().shortName()));
                c.container().listens().forEach(l -> parts.add(l.protocol() + " " + l.port()));
            }
            case Element.OfCable c ->
                parts.add(words.say("cable", end(c.cable().a()), end(c.cable().b())));
            case Element.OfLan l -> parts.add(words.say("lan", l.lan().name()));
            case Element.OfNote n -> parts.add(words.say("note", n.note().text().in(words.locale())));
        }
        if (!(element instanceof Element.OfNote)) {
            parts.add(words.say("health." + board.health(path)));
        }
        if (board.model().drift().get().containsKey(path)) {
            parts.add(words.say("drift"));
        }
        if (board.model().selection().get().contains(path)) {
            parts.add(words.say("selected"));
        }
        return String.join(", ", parts);
    }

    private static String face(Interface i) {
        return i.name()
                + String.join(
                        "",
                        i.addresses().stream()
                                .map(Cidr::toString)
                                .map(a -> " " + a)
                                .toList());
    }

    private static String end(PortId id) {
        SpaceId space = id.space();
        return id.name() + " (" + space.shortName() + ")";
    }
}
