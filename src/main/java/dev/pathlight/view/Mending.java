package dev.pathlight.view;

import dev.pathlight.check.Finding;
import dev.pathlight.check.Mend;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Topology;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is wrong with the drawing, and how it is mended by one press. */
public final class Mending {
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final CanvasModel canvas;
    private final Phrases phrases;
    private List<Trouble> troubles = List.of();
    private Topology looked = Topology.empty(new Name("untitled"));

    Mending(CanvasModel canvas, Phrases phrases) {
        this.canvas = canvas;
        this.phrases = phrases;
    }

    void found(Topology topology, List<Trouble> now) {
        looked = topology;
        troubles = List.copyOf(now);
        findings.setAll(now.stream().map(Trouble::finding).toList());
        canvas.troubles().set(troubles);
    }

    public ObservableList<Finding> findings() {
        return findings;
    }

    /** Those of {@link #findings}, with their mends. */
    public List<Trouble> troubles() {
        return troubles;
    }

    /** Whether it is {@code topology} that was looked at last. */
    boolean isOf(Topology topology) {
        return looked.equals(topology);
    }

    /** Whether {@code finding} belongs to the thing at {@code path}: a cable is found wrong by its end. */
    static boolean isAbout(Finding finding, String path) {
        return finding.element().equals(path) || path.equals(Element.CABLE + finding.element());
    }

    /** Those about the thing, or the several, at {@code path}. */
    public List<Trouble> at(String path) {
        List<String> each = Several.parted(path);
        return troubles.stream()
                .filter(t -> each.stream().anyMatch(p -> isAbout(t.finding(), p)))
                .toList();
    }

    /** Mends, under the mend's own name; a drawing that has changed since it was looked at is looked at anew first. */
    public void mend(Mend mend) {
        Drawing now = canvas.drawing().get();
        if (now.topology().equals(looked)) {
            canvas.intents().edit(phrases.say(mend.name()), mend.edit());
        }
    }
}
