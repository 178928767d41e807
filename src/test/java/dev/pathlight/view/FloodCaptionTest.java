package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Session;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said at the hops of real floods. */
class FloodCaptionTest {
    private final RealPings pings = new RealPings();

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @AfterEach
    void stop() {
        pings.close();
    }

    private List<String> said(Session running, Journey journey) {
        Caption caption =
                new Caption(new Phrases(Locale.ENGLISH), running.drawing().topology(), running.snapshot());
        return new Itinerary(journey).moments().stream().map(caption::sentence).toList();
    }

    @Test
    void aBroadcastIsHeardByTheBridgeAndIgnoredByTheHostItIsNotFor() throws Exception {
        Session running = pings.run(RealPings.QUIET);
        pings.ping(1);

        assertThat(said(running, pings.journeys().getFirst()))
                .containsExactly(
                        "ns1 has no MAC address for 10.1.1.3, so it asks everybody.",
                        "br0 floods the broadcast: one copy to every other port.",
                        "2 copies leave, one by each port. br0’s own stack hears it too.",
                        "10.1.1.3 is ns2’s own address: the packet has arrived. ns3 ignores its copy: 10.1.1.3 is not "
                                + "its address.");
    }

    @Test
    void aFrameFloodedForWantOfARowIsDroppedByTheHostItIsNotFor() throws Exception {
        Session running = pings.run(RealPings.QUIET);
        pings.ping(1);
        running.exec(
                SpaceId.parse("this"),
                List.of("bridge", "fdb", "del", "02:00:00:00:00:02", "dev", "p2", "master"),
                5_000);
        Thread.sleep(300);
        pings.ping(2);
        Journey request = pings.journeys().stream()
                .filter(j -> j.what().contains("request") && j.what().endsWith("seq 2"))
                .findFirst()
                .orElseThrow();

        assertThat(said(running, request).subList(1, 4))
                .containsExactly(
                        "br0 does not know 02:00:…:02 yet: it floods a copy to every other port.",
                        "2 copies leave, one by each port.",
                        "10.1.1.3 is ns2’s own address: the packet has arrived. ns3: the kernel drops the copy, which"
                                + " is for another host, 02:00:…:02.");
    }
}
