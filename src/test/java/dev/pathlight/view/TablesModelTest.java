package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.view.TablesModel.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesModelTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final String ROUTE = "10.1.1.0/24 dev veth0 scope link src 10.1.1.2";

    private final TablesModel tables = new TablesModel();
    private final Journey request = BridgeLecture.ping(1, START, 1).getFirst();

    private static long after(long millis) {
        return START + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Snapshot full(long millis) {
        return BridgeLecture.tables(after(millis), START - 1);
    }

    @BeforeEach
    void itRuns() {
        tables.begin();
    }

    /** After {@code ip route flush table main} in ns1. */
    private static Snapshot flushed(long millis) {
        TreeMap<SpaceId, SpaceState> spaces = new TreeMap<>(full(millis).spaces());
        spaces.computeIfPresent(
                SpaceId.parse("this/ns1"),
                (id, s) -> new SpaceState(id, s.links(), s.addresses(), List.of(), s.neighbours(), s.macs()));
        return new Snapshot(after(millis), spaces);
    }

    private void turnTo(int step) {
        tables.turnTo(Optional.of(new Itinerary(request).moment(step)), false);
    }

    private Stream<String> litRoutes() {
        return tables.routes().rows().stream().filter(r -> r.used().get()).map(r -> r.text);
    }

    @Test
    void aRouteFlushedAfterThePacketIsStillShownAndLitAtItsHop() {
        tables.add(full(-500));
        tables.add(request);
        tables.add(flushed(1_200));
        turnTo(0);
        assertThat(litRoutes()).containsExactly(ROUTE);
        tables.turnTo(Optional.empty(), true);
        assertThat(tables.routes().rows()).isEmpty();
    }

    @Test
    void anEarlierFlushIsNotForgottenWhenTheRouteComesBackSoonAfter() {
        tables.add(flushed(-500));
        tables.add(request);
        tables.add(full(300));
        turnTo(0);
        assertThat(tables.routes().choice().space().get()).contains(SpaceId.parse("this/ns1"));
        assertThat(tables.routes().rows()).isEmpty();
    }

    @Test
    void aRowTheFrameTaughtIsShownWithItThoughTheKernelTellsLater() {
        tables.add(BridgeLecture.tables(after(-500), 0));
        Journey arp = BridgeLecture.firstPing(1, START, 1).getFirst();
        tables.add(arp);
        tables.add(BridgeLecture.tables(after(60), after(50)));
        tables.add(BridgeLecture.tables(after(2_000), after(50)));
        tables.turnTo(Optional.of(new Itinerary(arp).moment(0)), false);
        assertThat(learned()).isEmpty();
        tables.turnTo(Optional.of(new Itinerary(arp).moment(1)), false);
        assertThat(learned()).containsExactly(BridgeLecture.NS1.toString());
    }

    private Stream<String> learned() {
        return tables.macs().rows().stream().filter(r -> !r.local).map(r -> r.mac);
    }

    @Test
    void theTablesOfAHopOutliveTenMinutesOfTraffic() {
        tables.add(full(-500));
        tables.add(request);
        for (int i = 1; i < 12_000; i++) {
            tables.keep(flushed(i * 50L + 1_000));
        }
        tables.add(flushed(601_000));
        turnTo(0);
        assertThat(litRoutes()).containsExactly(ROUTE);
        assertThat(tables.standing().get()).isEqualTo(Standing.HOP);
    }

    @Test
    void tablesThatAreNotKeptAreSaidToBeGoneAndNoRowIsClaimed() {
        tables.add(full(-500));
        tables.add(request);
        for (int i = 1; i < 1_100; i++) {
            tables.add(BridgeLecture.ping(i + 1, after(i * 50L), 1).getFirst());
            tables.keep(full(i * 50L + 20));
        }
        tables.add(full(60_000));
        turnTo(0);
        assertThat(tables.standing().get()).isEqualTo(Standing.GONE);
        assertThat(tables.routes().rows()).isEmpty();
        assertThat(tables.macs().rows()).isEmpty();
        assertThat(tables.macs().bridges()).hasSize(1);
        tables.turnTo(Optional.empty(), true);
        assertThat(tables.standing().get()).isEqualTo(Standing.LIVE);
        assertThat(tables.routes().rows()).isNotEmpty();
    }

    @Test
    void onlyWhatRunsIsLive() {
        TablesModel fresh = new TablesModel();
        List<Standing> story = new ArrayList<>();
        fresh.standing().subscribe(s -> story.add(s));
        fresh.tick(after(0));
        fresh.begin();
        fresh.add(full(100));
        fresh.end();
        fresh.clear();
        assertThat(story).containsExactly(Standing.NOTHING, Standing.LIVE, Standing.STOPPED, Standing.NOTHING);
    }

    @Test
    void afterTheRunTheTablesStandStillAtTheMomentTheyWereSeenLast() {
        tables.add(BridgeLecture.tables(after(100), after(50)));
        tables.tick(after(2_050));
        tables.end();
        tables.tick(after(60_000));
        assertThat(tables.seen().get()).isEqualTo(after(2_050));
        assertThat(tables.macs().rows().stream()
                        .filter(r -> !r.local)
                        .map(r -> r.age().get()))
                .isNotEmpty()
                .allMatch("2.00"::equals);
        assertThat(tables.kernel()).isEqualTo(Snapshot.EMPTY);
    }
}
