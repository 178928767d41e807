package dev.pathlight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for the plan of any drawing. A failure names the seed: {@code -Dplan.seed=…} runs it first again. */
class PlanPropertiesTest {
    private static final int DRAWINGS = 500;

    private static LongStream seeds() {
        long first = Long.getLong("plan.seed", System.nanoTime());
        return LongStream.range(first, first + DRAWINGS);
    }

    @Test
    void nothingIsUsedBeforeItIsMadeAndPortsJoinInTheOrderDrawn() {
        seeds().forEach(seed -> {
            Topology drawing = RandomDrawing.of(seed);
            Plan plan = Planner.plan(drawing);
            PlanModel kernel = new PlanModel();
            plan.steps().forEach(s -> kernel.run(s.op()));
            Blueprint blueprint = Blueprint.of(drawing);
            for (Blueprint.Space space : blueprint.spaces()) {
                space.drawn()
                        .bridges()
                        .forEach(b -> assertThat(kernel.portsOf(space.id(), b.name()))
                                .as("-Dplan.seed=%d, ports of %s", seed, b.name())
                                .isEqualTo(b.ports().stream()
                                        .map(p -> blueprint.index(new dev.pathlight.topology.PortId(space.id(), p)))
                                        .toList()));
            }
        });
    }

    @Test
    void whereverAPlanStopsItsTeardownLeavesNothing() {
        seeds().forEach(seed -> {
            List<Step> steps = Planner.plan(RandomDrawing.of(seed)).steps();
            List<Step> done = steps.subList(0, new Random(seed).nextInt(steps.size() + 1));
            PlanModel kernel = new PlanModel();
            done.forEach(s -> kernel.run(s.op()));
            Teardown.of(done).steps().forEach(s -> kernel.run(s.op()));
            assertThat(kernel.left())
                    .as("-Dplan.seed=%d, stopped after %d", seed, done.size())
                    .isEmpty();
        });
    }

    @Test
    void insideNamespacesThatStayTeardownLeavesNothingButThem() {
        seeds().forEach(seed -> {
            List<Step> steps = Planner.plan(RandomDrawing.of(seed)).steps();
            PlanModel kernel = new PlanModel();
            List<Step> kept = new ArrayList<>();
            for (Step step : steps) {
                kernel.run(step.op());
                if (!(step.op() instanceof NetOp.MakeNamespace)) {
                    kept.add(step);
                }
            }
            long namespaces = steps.stream()
                    .filter(s -> s.op() instanceof NetOp.MakeNamespace)
                    .count();
            Teardown.of(kept).steps().forEach(s -> kernel.run(s.op()));
            assertThat(kernel.left()).as("-Dplan.seed=%d", seed).hasSize((int) namespaces);
        });
    }

    @Test
    void stepsAreNumberedFromOneAndStagesComeInOrder() {
        seeds().forEach(seed -> {
            List<Step> steps = Planner.plan(RandomDrawing.of(seed)).steps();
            assertThat(steps.stream().map(Step::number))
                    .as("-Dplan.seed=%d", seed)
                    .isEqualTo(IntStream.rangeClosed(1, steps.size()).boxed().toList());
            assertThat(steps.stream().map(Step::stage).toList())
                    .as("-Dplan.seed=%d", seed)
                    .isSorted();
        });
    }

    @Test
    void everyStepHasASentenceInBothLanguages() {
        seeds().forEach(seed -> {
            List<Step> steps =
                    new ArrayList<>(Planner.plan(RandomDrawing.of(seed)).steps());
            steps.addAll(Teardown.of(steps).steps());
            assertThat(steps).as("-Dplan.seed=%d", seed).allSatisfy(step -> {
                String english = Sentences.of(step).in(Locale.ENGLISH);
                String chinese = Sentences.of(step).in(Locale.CHINESE);
                assertThat(english).matches("\\p{ASCII}{8,}");
                assertThat(chinese).isNotEqualTo(english).containsPattern("\\p{IsHan}");
            });
        });
    }
}
