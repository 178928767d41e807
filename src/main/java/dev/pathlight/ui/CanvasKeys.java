package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of what can be done with the selection, as the card of all keys tells them: what belongs together in one line. */
final class CanvasKeys {
    /** What a line says, and the actions whose keys it names. */
    private record Fold(String phrase, List<String> actions) {
        Fold(String phrase, String... actions) {
            this(phrase, List.of(actions));
        }
    }

    private static final List<Fold> FOLDS = List.of(
            new Fold("keys.enter", "menu.properties"),
            new Fold("keys.mend", "mend.first"),
            new Fold("keys.rename", "menu.rename"),
            new Fold("keys.delete", "menu.delete"),
            new Fold("keys.all", "select.all"),
            new Fold("keys.copy", "clip.copy", "clip.cut", "clip.paste", "clip.duplicate"),
            new Fold("keys.number", "number"),
            new Fold("keys.belong", "belong.enslave", "belong.free", "belong.adopt", "belong.own"),
            new Fold(
                    "keys.align",
                    "align.left",
                    "align.right",
                    "align.top",
                    "align.bottom",
                    "align.center",
                    "align.middle"),
            new Fold("keys.distribute", "align.across", "align.down"),
            new Fold("keys.stack", "mark.front", "mark.back"),
            new Fold("keys.group", "mark.group"),
            new Fold("keys.lock", "mark.lock", "mark.unlock"),
            new Fold("keys.collapse", "mark.collapse", "mark.expand"));

    private CanvasKeys() {}

    static List<KeysPane.Line> lines(List<CanvasAction> actions) {
        return FOLDS.stream()
                .map(f -> new KeysPane.Line(folded(f.actions(), actions), f.phrase()))
                .toList();
    }

    /** {@code Ctrl+C X V} for Ctrl+C, Ctrl+X and Ctrl+V. */
    private static String folded(List<String> phrases, List<CanvasAction> actions) {
        List<String> keys = new ArrayList<>();
        for (String phrase : phrases) {
            actions.stream()
                    .filter(a -> a.phrase().equals(phrase))
                    .map(CanvasAction::keysText)
                    .forEach(keys::add);
        }
        String first = keys.getFirst();
        String held = first.substring(0, first.lastIndexOf('+') + 1);
        return held
                + keys.stream()
                        .map(k -> k.startsWith(held) ? k.substring(held.length()) : k)
                        .collect(Collectors.joining(" "));
    }
}
