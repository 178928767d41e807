package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth;
import dev.pathlight.topology.flannel.Publishing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthLayoutTest {
    private static Drawing grow(Drawing d, Function<Topology, Growth.Outcome> how) {
        Topology grown = ((Growth.Outcome.Grown) how.apply(d.topology())).topology();
        return GrowthLayout.edit(d, grown, Locale.ENGLISH, TextMeasure.ROUGH).applyTo(d);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flannel-host-gw", "flannel-vxlan"})
    void whatIsNewStandsInTheRowOfItsLikeAndTheRestMakesRoom(String scene) {
        Drawing d = Drawings.read(Path.of("topologies/" + scene + ".json"));
        d = grow(d, t -> Growth.pod(t, new Name("k8s-1")));
        d = grow(d, t -> Growth.pod(t, new Name("k8s-1")));
        d = grow(d, Growth::node);
        d = grow(d, t -> Growth.pod(t, new Name("k8s-3")));
        d = grow(d, t -> Growth.pod(t, new Name("k8s-2")));
        d = grow(d, t -> Publishing.publish(t, SpaceId.parse("k8s-1/cni-vmntp")));
        d = grow(d, t -> Publishing.publish(t, SpaceId.parse("k8s-3/pod3")));
        Scene s = LabelsTest.scene(d);

        assertThat(d.layout().boxes()).containsKeys("k8s-1/pod1", "k8s-1/pod2", "k8s-3", "k8s-3/cni0", "k8s-3/pod3");
        assertThat(overlaps(s)).isEmpty();
        assertThat(rect(s, "k8s-1/pod2").y())
                .isEqualTo(rect(s, "k8s-1/cni-vmntp").y());
        assertThat(rect(s, "k8s-1/pod2").right())
                .isLessThan(rect(s, "k8s-1/cni0").right());
        assertThat(rect(s, "k8s-3").y()).isEqualTo(rect(s, "k8s-2").y());
        assertThat(rect(s, "k8s-3/cni0").y()).isEqualTo(rect(s, "k8s-1/cni0").y());
        assertThat(rect(s, "k8s-2").right()).isLessThan(rect(s, "k8s-3").x());
        Rect lan = rect(s, "lan:lan");
        for (PortId nic : d.topology().lans().getFirst().nics()) {
            Rect node = rect(s, nic.space().toString());
            assertThat(lan.x() <= node.x() && node.right() <= lan.right())
                    .as("the LAN reaches over %s", nic)
                    .isTrue();
            assertThat(node.bottom() < lan.y() || lan.bottom() < node.y())
                    .as("%s stands clear of the LAN", nic)
                    .isTrue();
        }
    }

    private static Rect rect(Scene s, String path) {
        return s.frame(path).orElseThrow().rect();
    }

    /** Boxes that touch though neither stands in the other. */
    private static List<String> overlaps(Scene s) {
        List<String> wrong = new ArrayList<>();
        for (Frame a : s.frames()) {
            for (Frame b : s.frames()) {
                boolean apart = a.path().compareTo(b.path()) < 0
                        && !b.path().startsWith(a.path() + "/")
                        && !a.path().startsWith(b.path() + "/");
                if (apart && a.rect().intersects(b.rect())) {
                    wrong.add(a.path() + " and " + b.path());
                }
            }
        }
        return wrong;
    }
}
