package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Checker;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.PlanModel;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.RandomEdit;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What runs follows the drawing. */
class LivingTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");
    private static final Layout.Box BOX = new Layout.Box(10, 10, 100, 100);
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");
    private static final Edit NS3 = new Edit.AddNamespace(SpaceId.parse("this/ns3"), BOX);
    private static final Predicate<Topology> NONE = t -> false;
    private static final int EDITS = 1000;

    private final List<FakeSession> opened = new ArrayList<>();

    /** Everything on this thread, at once. */
    private Workbench bench(Predicate<Topology> refuses) {
        return bench(FakeSession.living(refuses, opened::add), new FxThread(Runnable::run, Runnable::run));
    }

    private static Workbench bench(SessionOpener opener, FxThread fx) {
        Workbench bench = new Workbench(opener, fx, new Phrases(Locale.ENGLISH), List.of());
        bench.table().open(BRIDGE);
        return bench;
    }

    private static Edit address(String... addresses) {
        return new Edit.SetAddresses(
                VETH0, List.of(addresses).stream().map(Cidr::parse).toList());
    }

    private Topology runs() {
        return opened.getLast().drawing().topology();
    }

    private static Topology drawn(Workbench bench) {
        return bench.drawing().drawing().get().topology();
    }

    private static Optional<String> waiting(Workbench bench) {
        return bench.living().waiting().get().map(s -> bench.phrases().say(s));
    }

    private static PlanModel fresh(Topology drawn) {
        PlanModel kernel = new PlanModel();
        Checker.check(drawn)
                .checked()
                .map(c -> Planner.plan(c, Inventory.EMPTY))
                .map(Plan::steps)
                .orElse(List.of())
                .stream()
                .forEach(s -> kernel.run(s.op()));
        return kernel;
    }

    /** The rules do not know all that a kernel refuses: routes that need each other, to one destination. */
    private static boolean isRefused(Topology drawn) {
        try {
            fresh(drawn);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void editsUndoAndRedoReachWhatRunsAtOnce() {
        Workbench bench = bench(NONE);
        Topology first = drawn(bench);
        bench.run();
        bench.edit("Add namespace", NS3);
        Topology second = drawn(bench);
        List<Topology> ran = new ArrayList<>(List.of(runs()));
        bench.undo();
        ran.add(runs());
        bench.redo();
        ran.add(runs());

        assertThat(ran).containsExactly(second, first, second);
        assertThat(bench.living().running().get()).contains(second);
        assertThat(bench.runModel().has(SpaceId.parse("this/ns3"))).isTrue();
    }

    @Test
    void thePlanShowsTheDifferenceThatWasRun() {
        Workbench bench = bench(NONE);
        bench.run();
        boolean whole = bench.plan().difference().get();
        bench.edit("Address", address("10.1.1.9/24"));

        assertThat(whole).isFalse();
        assertThat(bench.plan().difference().get()).isTrue();
        assertThat(bench.plan().lines())
                .extracting(l -> l.sentence().get() + " " + l.progress().get())
                .containsExactly(
                        "Take the address 10.1.1.2/24 from veth0 in ns1 DONE",
                        "Give veth0 in ns1 the address 10.1.1.9/24 DONE");
        bench.stop();
        assertThat(bench.plan().difference().get()).isFalse();
        assertThat(bench.plan().lines()).hasSizeGreaterThan(10);
    }

    @Test
    void anEditThatDoesNotCheckWaitsUntilOneMendsIt() {
        Workbench bench = bench(NONE);
        bench.run();
        Topology first = drawn(bench);
        bench.edit("Address", address("10.1.1.255/24"));
        bench.edit("Add namespace", NS3);

        assertThat(runs()).isEqualTo(first);
        assertThat(bench.living().running().get()).contains(first);
        assertThat(waiting(bench))
                .hasValueSatisfying(w -> assertThat(w).contains("10.1.1.255 is the broadcast address"));
        assertThat(bench.problem().get()).isEmpty();

        bench.edit("Address", address("10.1.1.7/24"));
        assertThat(runs()).isEqualTo(drawn(bench));
        assertThat(runs().find(SpaceId.parse("this/ns3"))).isPresent();
        assertThat(waiting(bench)).isEmpty();
    }

    @Test
    void anEditThatTheKernelRefusesIsToldAndUndoneByTheUser() {
        Workbench bench = bench(t -> t.find(SpaceId.parse("this/ns3")).isPresent());
        bench.run();
        Topology first = drawn(bench);
        bench.edit("Add namespace", NS3);

        assertThat(runs()).isEqualTo(first);
        assertThat(bench.problem().get().orElseThrow().what()).startsWith("The kernel refused the last edit");
        assertThat(waiting(bench)).hasValueSatisfying(w -> assertThat(w).contains("EINVAL"));

        bench.undo();
        assertThat(waiting(bench)).isEmpty();
        assertThat(bench.living().running().get()).contains(first);
    }

    @Test
    void whatIsEditedWhileItStartsOrWhileAnEditIsUnderWayFollowsAfterwards() {
        Deque<Runnable> background = new ArrayDeque<>();
        Workbench bench = bench(FakeSession.living(NONE, opened::add), new FxThread(background::add, Runnable::run));
        Runnable all = () -> {
            while (!background.isEmpty()) {
                background.poll().run();
            }
        };
        all.run();
        bench.run();
        background.poll().run();
        bench.edit("Add namespace", NS3);
        all.run();
        assertThat(runs()).isEqualTo(drawn(bench));
        bench.edit("Address", address("10.1.1.8/24"));
        bench.edit("Address", address("10.1.1.9/24"));
        bench.undo();
        all.run();
        assertThat(runs()).isEqualTo(drawn(bench));
    }

    @Test
    void aThousandEditsOfWhatRunsAreTakenBackAndMadeAgain() {
        long seed = Long.getLong("living.seed", System.nanoTime());
        RandomEdit edits = new RandomEdit(seed);
        Workbench bench = bench(LivingTest::isRefused);
        bench.run();
        Drawing first = bench.drawing().drawing().get();
        for (int i = 0; i < EDITS; ) {
            Drawing before = bench.drawing().drawing().get();
            bench.edit("Edit", edits.next(before));
            i += bench.drawing().drawing().get().equals(before) ? 0 : 1;
        }
        Drawing last = bench.drawing().drawing().get();
        String as = "-Dliving.seed=" + seed;
        assertFollows(bench, as + ", all edits");

        for (int i = 0; i < EDITS; i++) {
            bench.undo();
        }
        assertThat(bench.drawing().drawing().get()).as(as).isEqualTo(first);
        assertThat(runs()).as(as).isEqualTo(first.topology());
        assertFollows(bench, as + ", all undone");

        for (int i = 0; i < EDITS; i++) {
            bench.redo();
        }
        assertThat(bench.drawing().drawing().get()).as(as).isEqualTo(last);
        assertFollows(bench, as + ", all redone");
    }

    /** The kernel is as a fresh run of what runs would make it; that is the drawing, if it can be run. */
    private void assertFollows(Workbench bench, String as) {
        boolean fit = Checker.check(drawn(bench)).checked().isPresent() && !isRefused(drawn(bench));
        assertThat(runs().equals(drawn(bench))).as(as).isEqualTo(fit);
        assertThat(waiting(bench).isEmpty()).as(as).isEqualTo(fit);
        assertThat(opened).as(as).hasSize(1);
        assertThat(opened.getFirst().kernel().state())
                .as(as)
                .isEqualTo(fresh(runs()).state());
    }
}
