package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionThreadTest {
    private final List<Integer> done = new CopyOnWriteArrayList<>();

    @Test
    void workIsDoneInOrderAndAllOfItBeforeTheThreadEnds() {
        List<Integer> all = IntStream.range(0, 1000).boxed().toList();
        try (SessionThread thread = new SessionThread(ticking(() -> {}))) {
            all.forEach(n -> thread.post(() -> done.add(n)));
        }

        assertThat(done).isEqualTo(all);
    }

    @Test
    void aMistakeInOnePieceOfWorkReachesWhoAskedAndTheLastHandlerAndDoesNotStopTheNext() {
        List<String> handled = new CopyOnWriteArrayList<>();
        var usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> handled.add(t.getName() + " " + e.getMessage()));
        try (SessionThread thread = new SessionThread(ticking(() -> {}))) {
            var failed = thread.ask(() -> {
                throw new IllegalStateException("planted");
            });
            thread.post(() -> done.add(1));
            assertThat(thread.ask(() -> 2).join()).isEqualTo(2);
            assertThat(failed).isCompletedExceptionally();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }

        assertThat(done).containsExactly(1);
        assertThat(handled).containsExactly("session planted");
    }

    @Test
    void timePassesWhetherThereIsWorkOrNot() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(3);
        try (SessionThread _ = new SessionThread(ticking(idle::countDown))) {
            assertThat(idle.await(10, TimeUnit.SECONDS)).isTrue();
        }
        CountDownLatch busy = new CountDownLatch(3);
        try (SessionThread thread = new SessionThread(ticking(busy::countDown))) {
            while (busy.getCount() > 0) {
                thread.ask(() -> 1).join();
            }
        }
    }

    private static SessionThread.Ticking ticking(Runnable tick) {
        return new SessionThread.Ticking() {
            @Override
            public long periodMillis() {
                return 1;
            }

            @Override
            public void tick() {
                tick.run();
            }
        };
    }
}
