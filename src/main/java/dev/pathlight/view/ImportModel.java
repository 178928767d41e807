package dev.pathlight.view;

import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Cluster;
import dev.pathlight.topology.flannel.Growth.Outcome;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.FlannelReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The way from a kube-flannel ConfigMap to a drawing: which file, what was read in it, how many nodes and pods. */
public final class ImportModel {
    /** More would be a picture of nothing. */
    static final int MOST_PODS = 500;

    /** A line of what was read. */
    public record Fact(String name, String value) {}

    /** What stands in the way ({@code bad}), or was left out. */
    public record Remark(boolean bad, String what, String todo) {}

    /** What the file gave. */
    private sealed interface Reading {
        record Nothing() implements Reading {}

        record Read(FlannelReader.Result result) implements Reading {}

        record NotDrawn(Outcome.NoRoom why) implements Reading {}
    }

    private final FxThread fx;
    private final Phrases phrases;
    private final Consumer<Exception> unexpected;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty nodes = new SimpleStringProperty("2");
    private final StringProperty pods = new SimpleStringProperty("2");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Reading> reading = new SimpleObjectProperty<>(new Reading.Nothing());
    private final ObjectProperty<Reading> room = new SimpleObjectProperty<>(new Reading.Nothing());
    private final ObjectBinding<List<Fact>> facts;
    private final ObjectBinding<List<Remark>> remarks;
    private final BooleanBinding ready;
    /** Which reading is the last one asked for: a slow one that comes later is not shown. */
    private int asked;

    ImportModel(FxThread fx, Phrases phrases, Consumer<Exception> unexpected) {
        this.fx = fx;
        this.phrases = phrases;
        this.unexpected = unexpected;
        facts = Bindings.createObjectBinding(this::factsNow, reading, nodes, phrases.locale());
        remarks = Bindings.createObjectBinding(this::remarksNow, reading, room, nodes, pods, phrases.locale());
        ready = Bindings.createBooleanBinding(
                () -> flannel().isPresent() && remarks.get().stream().noneMatch(Remark::bad) && !busy.get(),
                reading,
                remarks,
                busy);
        nodes.subscribe(() -> room.set(new Reading.Nothing()));
        pods.subscribe(() -> room.set(new Reading.Nothing()));
    }

    public void show() {
        open.set(true);
    }

    public void hide() {
        open.set(false);
    }

    /** Takes a file that was chosen or dropped, and reads it. */
    public void take(Path chosen) {
        file.set(chosen.toString());
        show();
        read();
    }

    /** Reads the file that is named, again if need be. */
    public void read() {
        room.set(new Reading.Nothing());
        int mine = ++asked;
        Optional<Path> named = path();
        if (named.isEmpty()) {
            reading.set(new Reading.Nothing());
            return;
        }
        busy.set(true);
        fx.work(
                () -> FlannelReader.read(named.get()),
                result -> {
                    if (mine == asked) {
                        busy.set(false);
                        reading.set(new Reading.Read(result));
                    }
                },
                this::failed);
    }

    private Optional<Path> path() {
        String typed = file.get().strip();
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void failed(Exception e) {
        busy.set(false);
        hide();
        unexpected.accept(e);
    }

    /** Draws the cluster, in the background; where there is no room for it, that is remarked here. */
    public void draw(Consumer<Topology> drawn) {
        Optional<Flannel> flannel = flannel();
        if (!ready.get() || flannel.isEmpty()) {
            return;
        }
        int n = number(nodes).orElseThrow();
        int p = number(pods).orElseThrow();
        busy.set(true);
        fx.work(
                () -> Cluster.draw(flannel.get(), n, p),
                outcome -> {
                    busy.set(false);
                    switch (outcome) {
                        case Outcome.Grown(Topology t, String newest) -> drawn.accept(t);
                        case Outcome.NoRoom none -> room.set(new Reading.NotDrawn(none));
                    }
                },
                this::failed);
    }

    private Optional<Flannel> flannel() {
        return reading.get() instanceof Reading.Read(FlannelReader.Result.Good good)
                ? Optional.of(good.flannel())
                : Optional.empty();
    }

    private static OptionalInt number(StringProperty text) {
        String digits = text.get().strip();
        return digits.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private List<Fact> factsNow() {
        int shown = number(nodes).orElse(2);
        return flannel().map(f -> ImportWords.facts(f, shown, phrases)).orElse(List.of());
    }

    private List<Remark> remarksNow() {
        List<Remark> all = new ArrayList<>();
        range(nodes, 1, Cluster.MOST_NODES, "import.wrong.nodes").ifPresent(all::add);
        range(pods, 0, Cluster.MOST_PODS, "import.wrong.pods").ifPresent(all::add);
        if (all.isEmpty() && number(nodes).orElse(0) * number(pods).orElse(0) > MOST_PODS) {
            all.add(new Remark(
                    true, phrases.say("import.wrong.many", MOST_PODS), phrases.say("import.wrong.many.todo")));
        }
        if (room.get() instanceof Reading.NotDrawn(Outcome.NoRoom none)) {
            all.add(new Remark(true, phrases.say(none.why()), phrases.say(none.hint())));
        }
        if (reading.get() instanceof Reading.Read(FlannelReader.Result result)) {
            switch (result) {
                case FlannelReader.Result.Bad(List<Fault> faults) -> faults.forEach(f -> all.add(remark(f, true)));
                case FlannelReader.Result.Good(Flannel f, List<Fault> leftOut) ->
                    leftOut.forEach(l -> all.add(remark(l, false)));
            }
        }
        return all;
    }

    private Optional<Remark> range(StringProperty text, int least, int most, String phrase) {
        OptionalInt n = number(text);
        boolean fits = n.isPresent() && n.getAsInt() >= least && n.getAsInt() <= most;
        return fits
                ? Optional.empty()
                : Optional.of(new Remark(
                        true, phrases.say(phrase, text.get()), phrases.say("import.wrong.todo", least, most)));
    }

    private Remark remark(Fault f, boolean bad) {
        String what = phrases.say(f.message());
        return new Remark(bad, f.line() > 0 ? phrases.say("import.line", f.line(), what) : what, phrases.say(f.hint()));
    }

    public ReadOnlyBooleanProperty open() {
        return open;
    }

    public StringProperty file() {
        return file;
    }

    /** As they are typed. */
    public StringProperty nodes() {
        return nodes;
    }

    /** On each node, as they are typed. */
    public StringProperty pods() {
        return pods;
    }

    public ObjectBinding<List<Fact>> facts() {
        return facts;
    }

    public ObjectBinding<List<Remark>> remarks() {
        return remarks;
    }

    /** Whether it can be drawn. */
    public BooleanBinding ready() {
        return ready;
    }
}
