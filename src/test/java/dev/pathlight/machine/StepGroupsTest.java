package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Step;
import dev.pathlight.plan.Teardown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How steps are cut into commands. */
final class StepGroupsTest {
    private static final Plan PLAN = Lab.star(200);

    private static List<String> shape(List<Step> steps) {
        return StepGroups.of(steps).stream()
                .map(g -> g.kind() + " " + g.steps().size())
                .toList();
    }

    @Test
    void namespacesAndTheirSysctlsAreMadeTogetherAndTheRestInPortions() {
        assertThat(shape(PLAN.steps()))
                .isEqualTo(List.of(
                        "MAKING 402", "WORKING 256", "WORKING 256", "WORKING 256", "WORKING 256", "WORKING 179"));
        assertThat(shape(Teardown.of(PLAN.steps()).steps())).isEqualTo(List.of("DROPPING 201"));
    }

    @Test
    void aSysctlOfANamespaceThatIsThereAlreadyIsWorkOfItsOwn() {
        Step make = PLAN.steps().getFirst();
        Step other = new Step(2, make.stage(), new NetOp.WriteSysctl(Lab.host(7), "ipv4.ip_forward", "1"), "x");
        assertThat(shape(List.of(make, other))).isEqualTo(List.of("MAKING 1", "WORKING 1"));
    }

    @Test
    void theOrderStays() {
        assertThat(StepGroups.of(PLAN.steps()).stream().flatMap(g -> g.steps().stream()))
                .isEqualTo(PLAN.steps());
    }
}
