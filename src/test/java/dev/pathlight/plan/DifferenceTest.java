package dev.pathlight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the plan from any drawing to any other. A failure names the seed: {@code -Dplan.seed=…} runs it first again, {@code -Dplan.walks=…} runs more. */
class DifferenceTest {
    private static final int WALKS = Integer.getInteger("plan.walks", 60);
    private static final int EDITS = 40;

    private static LongStream seeds() {
        long first = Long.getLong("plan.seed", System.nanoTime());
        return LongStream.range(first, first + WALKS);
    }

    private static PlanModel after(Plan plan) {
        PlanModel kernel = new PlanModel();
        plan.steps().forEach(s -> kernel.run(s.op()));
        return kernel;
    }

    private static void run(Plan plan, PlanModel kernel, String as) {
        for (Step step : plan.steps()) {
            try {
                kernel.run(step.op());
            } catch (RuntimeException e) {
                throw new AssertionError(as + ", step " + step + " of " + said(plan), e);
            }
        }
    }

    /** The rules do not know all that a kernel refuses: a gateway that only another route leads to, behind a link that is down. */
    private static boolean canBeRun(Topology drawing) {
        try {
            after(Planner.plan(drawing));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Where two devices lead to a gateway as well, the kernel takes the one that was told first: the past decides, not the drawing. */
    private static boolean isClear(Topology drawing) {
        return drawing.nodes().stream()
                .flatMap(Node::spaces)
                .allMatch(space -> space.routes().stream()
                        .filter(r -> r.device().isEmpty())
                        .flatMap(r -> r.via().stream())
                        .allMatch(via -> leading(space, via) <= 1));
    }

    private static long leading(Namespace space, IpAddress via) {
        Stream<List<Cidr>> devices = Stream.concat(
                space.interfaces().stream().map(Interface::addresses),
                space.bridges().stream().map(Bridge::addresses));
        return devices.filter(all -> all.stream().anyMatch(a -> a.contains(via)))
                .count();
    }

    /** Of two states, only what differs is worth reading. */
    private static void assertSame(PlanModel is, PlanModel expected, String as) {
        Map<String, Object> left = new TreeMap<>(is.state());
        Map<String, Object> right = new TreeMap<>(expected.state());
        is.state().forEach((key, value) -> {
            if (value.equals(expected.state().get(key))) {
                left.remove(key);
                right.remove(key);
            }
        });
        assertThat(left).as(as).isEqualTo(right);
    }

    private static String said(Plan plan) {
        return String.join(
                "\n", plan.steps().stream().map(s -> Sentences.of(s) + "").toList());
    }

    @Test
    void whateverIsEditedWhileItRunsTheKernelEndsUpAsIfTheDrawingHadBeenRunAnew() {
        int[] checked = {0, 0};
        seeds().forEach(seed -> {
            RandomEdit edits = new RandomEdit(seed);
            Drawing drawing = new Drawing(RandomDrawing.of(seed), Layout.NONE);
            Topology running = drawing.topology();
            Inventory there = Inventory.EMPTY.after(Planner.plan(running).steps());
            PlanModel kernel = after(Planner.plan(running));
            for (int i = 0; i < EDITS; i++) {
                Drawing before = drawing;
                drawing = edits.next(drawing).applyTo(drawing);
                Optional<CheckedTopology> fit = Checker.check(drawing.topology())
                        .checked()
                        .filter(c -> isClear(c.topology()) && canBeRun(c.topology()));
                checked[fit.isPresent() ? 0 : 1]++;
                if (fit.isEmpty()) {
                    drawing = before;
                    continue;
                }
                String as = "-Dplan.seed=%d, edit %d".formatted(seed, i);
                Topology next = fit.get().topology();
                Plan difference = Planner.plan(next, there);
                run(difference, kernel, as);
                Inventory now = there.after(difference.steps());
                Plan whole = Planner.plan(next);
                assertSame(kernel, after(whole), as + "\n" + said(difference));
                assertThat(now).as(as).isEqualTo(Inventory.EMPTY.after(whole.steps()));
                assertThat(Planner.plan(next, now).steps()).as(as + ", again").isEmpty();

                PlanModel back = after(Planner.plan(next));
                Inventory fresh = Inventory.EMPTY.after(whole.steps());
                Plan undone = Planner.plan(running, fresh);
                run(undone, back, as + ", back");
                assertSame(back, after(Planner.plan(running)), as + ", back\n" + said(undone));
                there = now;
                running = next;
            }
        });
        assertThat(checked[0])
                .as("edits of %d that were fit to run", checked[0] + checked[1])
                .isGreaterThan(checked[1]);
    }

    @Test
    void whereADifferenceIsStoppedTheWayBackIsADifferenceToo() {
        seeds().forEach(seed -> {
            Topology running = RandomDrawing.of(seed);
            Topology next = RandomDrawing.of(seed + 1);
            Inventory there = Inventory.EMPTY.after(Planner.plan(running).steps());
            PlanModel kernel = after(Planner.plan(running));
            List<Step> steps = Planner.plan(next, there).steps();
            List<Step> done = steps.subList(0, (int) Math.floorMod(seed, steps.size() + 1L));
            String as = "-Dplan.seed=%d, stopped after %d".formatted(seed, done.size());
            run(new Plan(done), kernel, as);
            run(Planner.plan(running, there.after(done)), kernel, as);
            assertSame(kernel, after(Planner.plan(running)), as);
        });
    }

    @Test
    void theStepsOfADifferenceAreNumberedFromOneAndItsStagesComeInOrder() {
        seeds().forEach(seed -> {
            Inventory there =
                    Inventory.EMPTY.after(Planner.plan(RandomDrawing.of(seed)).steps());
            List<Step> steps = Planner.plan(RandomDrawing.of(seed + 1), there).steps();
            assertThat(steps.stream().map(Step::number))
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, steps.size())
                            .boxed()
                            .toList());
            assertThat(steps.stream().map(Step::stage).toList())
                    .as("-Dplan.seed=%d", seed)
                    .isSorted();
        });
    }
}
