package dev.pathlight.view;

import dev.pathlight.machine.Shell;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The terminals that are open in what runs. They stay to be read when their shells have ended, until they are closed. */
public final class TerminalsModel {
    private static final double STEP = 1.2;
    private static final double LARGEST = 3;

    private final RunModel run;
    private final FxThread fx;
    private final Problems problems;
    private final Told told;
    private final ObservableList<Terminal> open = FXCollections.observableArrayList();
    /** Kept here: one that nobody holds forgets who listens to it. */
    private final ObservableList<Terminal> seen = FXCollections.unmodifiableObservableList(open);

    private final ObjectProperty<Optional<Terminal>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);

    TerminalsModel(RunModel run, FxThread fx, Problems problems, Told told) {
        this.run = run;
        this.fx = fx;
        this.problems = problems;
        this.told = told;
        run.state().subscribe(s -> {
            if (s == RunState.STARTING) {
                clear();
            }
        });
    }

    /** Where a shell can stand: a node, a namespace, or a container in it. */
    private record Place(SpaceId space, Optional<Name> container) {
        static Optional<Place> of(Element element) {
            return switch (element) {
                case Element.OfNode(var node) -> Optional.of(new Place(SpaceId.root(node.name()), Optional.empty()));
                case Element.OfNamespace(var id, var _) -> Optional.of(new Place(id, Optional.empty()));
                case Element.OfContainer(var space, var container) ->
                    Optional.of(new Place(space, Optional.of(container.name())));
                default -> Optional.empty();
            };
        }

        String title() {
            return container.map(Name::value).orElse(Places.shortName(space));
        }
    }

    private Optional<Place> place(String path) {
        return run.state().get() == RunState.RUNNING
                ? Element.find(run.drawn(), path).flatMap(Place::of)
                : Optional.empty();
    }

    /** Whether there is something at {@code path} that runs and that a terminal can be opened in. */
    public boolean offers(String path) {
        return place(path).isPresent();
    }

    /** Opens a terminal where {@link #offers} says so. */
    public void open(String path) {
        place(path)
                .ifPresent(p -> run.ask(
                        s -> {
                            try {
                                return Optional.of(s.shell(p.space(), p.container()));
                            } catch (IOException e) {
                                fx.show(() -> told.tell(problems.of("problem.terminal", p.title(), why(e))));
                                return Optional.<Shell>empty();
                            }
                        },
                        shell -> shell.ifPresent(s -> opened(new Terminal(path, p.title(), s))),
                        () -> {}));
    }

    private static String why(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.toString());
    }

    private void opened(Terminal terminal) {
        open.add(terminal);
        chosen.set(Optional.of(terminal));
        shown.set(true);
        fx.work(terminal::await, terminal::end, e -> told.tell(problems.unexpected(e)));
    }

    /** Ends the shell and puts the terminal away. */
    public void close(Terminal terminal) {
        int at = open.indexOf(terminal);
        open.remove(terminal);
        if (chosen.get().filter(terminal::equals).isPresent()) {
            chosen.set(open.isEmpty() ? Optional.empty() : Optional.of(open.get(Math.min(at, open.size() - 1))));
        }
        shown.set(shown.get() && !open.isEmpty());
        hangUp(terminal);
    }

    private void hangUp(Terminal terminal) {
        fx.work(
                () -> {
                    terminal.shell().close();
                    return true;
                },
                done -> {},
                e -> told.tell(problems.unexpected(e)));
    }

    /** Closes the one in front, if any is open. */
    public void closeChosen() {
        chosen.get().ifPresent(this::close);
    }

    /** Makes their type larger by so many steps, or smaller; by none, as large as at first. */
    public void resize(int steps) {
        zoom.set(steps == 0 ? 1 : Math.clamp(zoom.get() * Math.pow(STEP, steps), 1 / LARGEST, LARGEST));
    }

    /** How much larger than at first their type is. */
    public ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /** Hides the terminals that are open, or shows them again. */
    public void toggle() {
        shown.set(!shown.get() && !open.isEmpty());
    }

    /** Puts all away. */
    void clear() {
        open.forEach(this::hangUp);
        open.clear();
        chosen.set(Optional.empty());
        shown.set(false);
    }

    /** In the order they were opened. */
    public ObservableList<Terminal> open() {
        return seen;
    }

    /** The one in front; empty when none is open. */
    public ObjectProperty<Optional<Terminal>> chosen() {
        return chosen;
    }

    /** Whether they are to be seen; shells go on behind. */
    public BooleanProperty shown() {
        return shown;
    }
}
