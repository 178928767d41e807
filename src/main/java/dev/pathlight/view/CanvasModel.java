package dev.pathlight.view;

import dev.pathlight.check.Mend;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.scene.Talk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the canvas shows, and the intents that gestures on it become. Things are named by path ({@code this/ns1/veth0}). */
public final class CanvasModel {
    private final ReadOnlyObjectProperty<Drawing> drawing;
    private final Intents intents;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.SELECT);
    private final ObjectProperty<Set<String>> selection = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Map<String, Health>> health = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<String, Boolean>> forwarding = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<String, Integer>> drift = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<String, TreeMark>> tree = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<List<Dot>> dots = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Talk>> talk = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Trouble>> troubles = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Set<String>> lit = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Optional<BreakModel>> breaking = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Map<Tool, Sentence>> lacking = new SimpleObjectProperty<>(Map.of());
    private final ReadOnlyIntegerWrapper drawings = new ReadOnlyIntegerWrapper();

    public CanvasModel(ReadOnlyObjectProperty<Drawing> drawing, Intents intents) {
        this.drawing = drawing;
        this.intents = intents;
    }

    /** What gestures ask for; the workbench does it. */
    public interface Intents {
        /** Changes the drawing; {@code name} is what undo shows ("Add cable"). */
        void edit(String name, Edit edit);

        void ping(SpaceId from, SpaceId to);

        /** Has one container talk to another, both by their paths: to a port it listens on, or by a ping. */
        default void talk(String from, String to) {}

        /** Mends something found wrong; a picture that only shows has nothing to mend. */
        default void mend(Mend mend) {}

        /** Opens what belongs to a thing: its properties. */
        void inspect(String path);

        /**
         * Does what takes long beside the window's thread, and shows its outcome there; {@code failed} when there is none, which
         * the user is told. A picture that only shows waits for it.
         */
        default <T> void background(Callable<T> task, Consumer<T> done, Runnable failed) {
            T result;
            try {
                result = task.call();
            } catch (Exception e) {
                failed.run();
                return;
            }
            done.accept(result);
        }

        /** Whether a terminal can be opened in a thing now. */
        default boolean enters(String path) {
            return false;
        }

        /** Opens a terminal in it. */
        default void enter(String path) {}

        /** Turns a kernel's forwarding on or off; a picture that only shows has none. */
        default void forward(SpaceId space, boolean on) {}
    }

    public ReadOnlyObjectProperty<Drawing> drawing() {
        return drawing;
    }

    /** The drawing that is shown now is another one, not the last one changed. */
    void another() {
        drawings.set(drawings.get() + 1);
    }

    /** Changes with every other drawing, after it is shown. */
    public ReadOnlyIntegerProperty drawings() {
        return drawings.getReadOnlyProperty();
    }

    public Intents intents() {
        return intents;
    }

    /** What can be broken at the things shown; empty where nothing ever runs. */
    public ObjectProperty<Optional<BreakModel>> breaking() {
        return breaking;
    }

    public ObjectProperty<Tool> tool() {
        return tool;
    }

    /** Why what a tool places would not run here; what is missing runs, or nobody knows. */
    public ObjectProperty<Map<Tool, Sentence>> lacking() {
        return lacking;
    }

    /** Paths of what is selected; a cable's path is {@code cable:} and the path of its end a. */
    public ObjectProperty<Set<String>> selection() {
        return selection;
    }

    /** By path; what is missing is {@link Health#DRAWN}. */
    public ObjectProperty<Map<String, Health>> health() {
        return health;
    }

    /** Whether the kernel forwards, by the path of each namespace that stands between networks. */
    public ObjectProperty<Map<String, Boolean>> forwarding() {
        return forwarding;
    }

    /** The spanning tree as the kernel has it, by the path of each port and of the root; empty where no STP runs. */
    public ObjectProperty<Map<String, TreeMark>> tree() {
        return tree;
    }

    /** How many things are live otherwise than drawn, by the path of what is drawn. */
    public ObjectProperty<Map<String, Integer>> drift() {
        return drift;
    }

    /** The packets to draw now; set anew for every animation frame. */
    public ObjectProperty<List<Dot>> dots() {
        return dots;
    }

    /** What is wrong with the drawing as it was looked at last; empty where nobody looks. */
    public ObjectProperty<List<Trouble>> troubles() {
        return troubles;
    }

    /** Which containers somebody had talk last. */
    public ObjectProperty<Optional<Talk>> talk() {
        return talk;
    }

    /** Paths of the interfaces the chosen journey has visited so far: drawn lit. */
    public ObjectProperty<Set<String>> lit() {
        return lit;
    }
}
