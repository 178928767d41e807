package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Sighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bridge lecture as Linux 6.18 showed it: two pings, and what IPv6 and multicast say on links that just came up. */
final class KernelCaptureTest {
    private static final String EXPECTED = """
        FLOODED ARP who has 10.1.1.3? tell 10.1.1.2 | ns1/veth0 > br-veth0 > br0 > br-veth1 > ns2/veth1\
         | NEIGHBOUR FLOOD LOCAL FLOOD LOCAL
        DELIVERED ARP 10.1.1.3 is at 16:64:12:3f:c4:a1 | ns2/veth1 > br-veth1 > br-veth0 > ns1/veth0\
         | LOCAL FDB FDB LOCAL
        DELIVERED ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1 | ns1/veth0 > br-veth0 > br-veth1 > ns2/veth1\
         | ROUTE NEIGHBOUR FDB FDB LOCAL
        DELIVERED ICMP echo reply 10.1.1.3 → 10.1.1.2, id 7, seq 1 | ns2/veth1 > br-veth1 > br-veth0 > ns1/veth0\
         | ROUTE NEIGHBOUR FDB FDB LOCAL
        DELIVERED ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 2 | ns1/veth0 > br-veth0 > br-veth1 > ns2/veth1\
         | ROUTE NEIGHBOUR FDB FDB LOCAL
        DELIVERED ICMP echo reply 10.1.1.3 → 10.1.1.2, id 7, seq 2 | ns2/veth1 > br-veth1 > br-veth0 > ns1/veth0\
         | ROUTE NEIGHBOUR FDB FDB LOCAL
        FLOODED IGMP 0.0.0.0 → 224.0.0.22 | br0 > br-veth1 > ns2/veth1 > br-veth0 > ns1/veth0 | FLOOD FLOOD
        FLOODED MLD report :: → ff02::16 | ns2/veth1 > br-veth1 > br0 > br-veth0 > ns1/veth0 | FLOOD LOCAL FLOOD
        FLOODED MLD report :: → ff02::16 | ns1/veth0 > br-veth0 > br0 > br-veth1 > ns2/veth1 | FLOOD LOCAL FLOOD
        FLOODED MLD report :: → ff02::16 | br-veth1 > ns2/veth1 |\s
        FLOODED MLD report :: → ff02::16 | br-veth0 > ns1/veth0 |\s
        FLOODED MLD report :: → ff02::16 | br0 > br-veth1 > ns2/veth1 > br-veth0 > ns1/veth0 | FLOOD FLOOD
        FLOODED IGMP 0.0.0.0 → 224.0.0.22 | br0 > br-veth1 > ns2/veth1 > br-veth0 > ns1/veth0 | FLOOD FLOOD
        FLOODED ND who has fe80::18e4:e3ff:fe9c:aa30? (is it free?) | br0 > br-veth1 > ns2/veth1 > br-veth0 > ns1/veth0\
         | FLOOD FLOOD
        FLOODED ND who has fe80::b8b9:65ff:fecd:8a43? (is it free?) | ns1/veth0 > br-veth0 > br0 > br-veth1 > ns2/veth1\
         | FLOOD LOCAL FLOOD
        """;

    private static World world() {
        World w = new World();
        w.space("this")
                .bridge("br0", 4, "1a:e4:e3:9c:aa:30")
                .port("br-veth0", 2, 5, "9e:2a:bd:ea:2e:68", 4, 3)
                .port("br-veth1", 3, 6, "1a:e4:e3:9c:aa:30", 4, 3);
        w.space("this/ns1").veth("veth0", 5, 2, "ba:b9:65:cd:8a:43").address("10.1.1.2/24", 5);
        w.space("this/ns2").veth("veth1", 6, 3, "16:64:12:3f:c4:a1").address("10.1.1.3/24", 6);
        return w;
    }

    private static String told(List<Sighting> sightings) {
        JourneyTracker tracker = new JourneyTracker(world());
        tracker.tables(world().snapshot());
        List<Journey> all = new ArrayList<>(tracker.accept(sightings));
        all.addAll(tracker.settleAll());
        assertThat(tracker.ambiguous()).isZero();
        return all.stream()
                .filter(Journey::settled)
                .sorted(Comparator.comparingLong(Journey::startNanos))
                .map(KernelCaptureTest::line)
                .collect(Collectors.joining());
    }

    private static String line(Journey j) {
        String way = j.hops().stream()
                .map(h -> h.port().toString().substring("this/".length()))
                .collect(Collectors.joining(" > "));
        String kinds = j.hops().stream()
                .flatMap(h -> h.decisions().stream())
                .map(d -> d.kind().name())
                .collect(Collectors.joining(" "));
        return j.outcome() + " " + j.what() + " | " + way + " | " + kinds + "\n";
    }

    @Test
    void everySightingOfTheKernelFindsItsJourney() {
        List<Sighting> sightings = KernelCapture.read("bridge-lecture.sightings");
        assertThat(told(sightings)).isEqualTo(EXPECTED);
    }

    @Test
    void theOrderInWhichCapturesDeliverDoesNotMatter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Sighting> byInterface = new ArrayList<>(KernelCapture.read("bridge-lecture.sightings"));
        List<String> ports =
                byInterface.stream().map(s -> s.port().toString()).distinct().collect(Collectors.toList());
        Collections.shuffle(ports, random);
        byInterface.sort(Comparator.comparingInt(s -> ports.indexOf(s.port().toString())));
        assertThat(told(byInterface)).as("seed " + seed).isEqualTo(EXPECTED);
    }
}
