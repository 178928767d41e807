package dev.pathlight.view;

import dev.pathlight.machine.StepFailure;
import dev.pathlight.session.Mending;
import dev.pathlight.session.breaking.Breakage;
import dev.pathlight.session.breaking.Breakages;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is broken on purpose in what runs, and what could be. The drawing itself is never changed, and Stop forgets all. */
public final class BreakModel {
    /** @param secret nobody is told what: the class is to find it */
    public record Broken(Breakage breakage, boolean secret) {}

    private final ObservableList<Broken> broken = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final RunModel run;
    private final Problems problems;
    private final Consumer<Supplier<Problem>> problem;
    private final RandomGenerator random = new Random();
    private Supplier<Optional<SpaceId>> from = Optional::empty;
    private Supplier<Optional<SpaceId>> to = Optional::empty;

    BreakModel(RunModel run, Problems problems, Consumer<Supplier<Problem>> problem) {
        this.run = run;
        this.problems = problems;
        this.problem = problem;
        run.state().subscribe(s -> {
            if (s != RunState.RUNNING) {
                clear();
            }
        });
    }

    /** All that can be broken as things are; nothing while nothing runs. */
    public List<Breakage> offers() {
        return run.state().get() == RunState.RUNNING
                ? Breakages.of(run.drawn(), run.kernel()).stream()
                        .filter(this::isWhole)
                        .toList()
                : List.of();
    }

    /** The kernel's tables do not tell of every mistake that it has been made. */
    private boolean isWhole(Breakage offer) {
        return broken.stream()
                .map(Broken::breakage)
                .noneMatch(b -> b.at().equals(offer.at()) && b.words().equals(offer.words()));
    }

    /** Of these, what is made at things that are selected. */
    public List<Breakage> offers(Set<String> selection) {
        return Breakages.at(selection, offers(), run.drawn());
    }

    public void breakIt(Breakage breakage) {
        add(new Broken(breakage, false));
    }

    /** Between whom a surprise is to be felt. */
    void aimAt(Supplier<Optional<SpaceId>> asking, Supplier<Optional<SpaceId>> asked) {
        from = asking;
        to = asked;
    }

    /** What keeps the class's ping from being answered, as far as the tables can tell. */
    private List<Breakage> felt(List<Breakage> all) {
        return from.get()
                .flatMap(a -> to.get().map(b -> Breakages.against(a, b, all, run.drawn(), run.kernel())))
                .orElse(List.of());
    }

    /** Breaks something that the next ping will feel, if anything does, and does not say what. */
    public void surprise() {
        List<Breakage> all = offers();
        Breakages.any(felt(all), random).or(() -> Breakages.any(all, random)).ifPresent(b -> add(new Broken(b, true)));
    }

    private void add(Broken next) {
        if (busy.get() || run.state().get() != RunState.RUNNING) {
            return;
        }
        busy.set(true);
        run.ask(
                session -> Mending.breakIt(next.breakage(), session),
                refused -> {
                    busy.set(false);
                    refused.ifPresentOrElse(f -> refused("problem.break", next, f), () -> broken.add(next));
                },
                () -> busy.set(false));
    }

    /** Says what is broken. */
    public void reveal(Broken secret) {
        broken.replaceAll(b -> b.equals(secret) ? new Broken(b.breakage(), false) : b);
    }

    /** Brings back all that was lost by it. */
    public void mend(Broken one) {
        mend(List.of(one));
    }

    /** Mends everything, the last thing broken first. */
    public void mendAll() {
        mend(List.copyOf(broken).reversed());
    }

    private void mend(List<Broken> left) {
        if (busy.get() || left.isEmpty()) {
            return;
        }
        Broken first = left.getFirst();
        busy.set(true);
        run.ask(
                session -> Mending.mend(first.breakage(), session),
                refused -> {
                    busy.set(false);
                    refused.ifPresentOrElse(f -> refused("problem.mend", first, f), () -> broken.remove(first));
                    mend(left.subList(1, left.size()));
                },
                () -> busy.set(false));
    }

    private void refused(String key, Broken what, StepFailure failure) {
        problem.accept(problems.breaking(key, what.breakage().words(), failure, run.drawn()));
    }

    /** What no longer runs is not broken any more. */
    private void clear() {
        broken.clear();
        busy.set(false);
    }

    /** In the order in which it was broken. */
    public ObservableList<Broken> broken() {
        return broken;
    }

    /** True while something is being broken or mended. */
    public ReadOnlyBooleanProperty busy() {
        return busy;
    }
}
