package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many journeys are kept. */
class JourneyLogTest {
    @Test
    void theOldestGoWhenThereAreTooManyAndAreCounted() {
        JourneyLog log = new JourneyLog();
        for (long id = 1; id <= 10_003; id++) {
            log.put(journey(id));
        }
        log.put(journey(10_003));
        log.put(journey(2));

        assertThat(log.letGo()).isEqualTo(3);
        assertThat(log.all()).hasSize(10_000).first().isEqualTo(journey(4));
    }

    private static Journey journey(long id) {
        return new Journey(id, "ARP", "arp", id, Journey.Outcome.LOST, true, List.of(), Optional.empty());
    }
}
