package dev.pathlight.live;

import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.SpaceNotice;
import dev.pathlight.plan.Following;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.Query;
import dev.pathlight.wire.SetRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the kernel's tables on a machine and publishes a {@link Snapshot} soon after each change, on a thread of its own.
 * Nothing is polled: the kernel tells. Changes within a few milliseconds are published together.
 */
public final class KernelWatch implements AutoCloseable {
    /** The least time between two snapshots, so that a storm of notices does not become a storm of snapshots. */
    private static final long QUIET_MILLIS = 4;
    /** The most that is folded between two snapshots. */
    private static final int BATCH = 20_000;
    /** How long the use of MAC rows is gathered: the ageing timers' grain, far below what the eye follows. */
    private static final long USES_MILLIS = 50;

    private final Machine machine;
    /** Those that are watched; notices of others are passed over. */
    private final Set<SpaceId> spaces;

    private final Consumer<Snapshot> sink;
    private final Consumer<FilterNews> news;
    private final Consumer<MachineLost> lost;
    private final LinkedBlockingQueue<Work> inbox = new LinkedBlockingQueue<>();
    private final Uses uses = new Uses();
    private final Tables tables = new Tables();
    private final Thread thread;
    private final Set<SpaceId> counting = new HashSet<>();
    private final Set<SpaceId> unfollowable = new HashSet<>();
    private boolean usesWait;
    private long usesDue = System.nanoTime();

    /** Something for the watching thread to do. */
    private interface Work {
        void run() throws MachineLost;
    }

    /**
     * Subscribes; from here on no change is missed. Nothing is published before {@link #begin}.
     *
     * @param sink is given each snapshot, on the watching thread
     * @param news is told what netfilter did with packets, on the watching thread
     * @param lost is told once when the machine broke; nothing is published afterwards
     */
    public KernelWatch(
            Machine machine,
            List<SpaceId> spaces,
            Consumer<Snapshot> sink,
            Consumer<FilterNews> news,
            Consumer<MachineLost> lost)
            throws MachineLost {
        this.machine = machine;
        this.spaces = new LinkedHashSet<>(spaces);
        this.sink = sink;
        this.news = news;
        this.lost = lost;
        this.thread = Thread.ofPlatform().name("kernel-watch").daemon().unstarted(this::work);
        machine.watch(notice -> inbox.add(() -> take(notice)));
    }

    /** Lists every table of every namespace, and returns the first snapshot once it is published. Call once. */
    public Snapshot begin() throws MachineLost {
        CompletableFuture<Snapshot> first = new CompletableFuture<>();
        inbox.add(() -> {
            askEverything();
            askStale();
            first.complete(publish());
        });
        thread.start();
        return await(first);
    }

    /**
     * Looks at namespaces in which links were made, new ones among them, and returns once their tables are published. To be
     * called after {@link #begin}.
     */
    public void look(Collection<SpaceId> grown) throws MachineLost {
        done(() -> {
            for (SpaceId space : grown) {
                ask(space, spaces.add(space) ? Table.OF_ALL : EnumSet.of(Table.LINKS));
            }
        });
    }

    /** Lists what is written in these namespaces anew, and returns once they are published: they show what was done before. */
    public void read(Collection<SpaceId> doubtful) throws MachineLost {
        done(() -> {
            for (SpaceId space : doubtful) {
                if (spaces.contains(space)) {
                    ask(space, Table.WRITTEN);
                }
            }
        });
    }

    /** These namespaces are about to go: once this returns nobody is asked for their tables. */
    public void forget(Collection<SpaceId> going) throws MachineLost {
        done(() -> {
            for (SpaceId space : going) {
                spaces.remove(space);
                counting.remove(space);
                unfollowable.remove(space);
                tables.forget(space);
            }
        });
    }

    /** Has the watching thread do something and publish, and waits for that. */
    private void done(Work work) throws MachineLost {
        CompletableFuture<Snapshot> published = new CompletableFuture<>();
        inbox.add(() -> {
            work.run();
            askStale();
            published.complete(publish());
        });
        await(published);
    }

    /** Tells what the captures saw: frames refresh the MAC rows of the ports they came in by. Any thread. */
    public void seen(List<Sighting> batch) {
        if (uses.note(batch)) {
            inbox.add(() -> usesWait = true);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private Snapshot await(CompletableFuture<Snapshot> first) throws MachineLost {
        try {
            while (true) {
                if (first.isDone()) {
                    return first.resultNow();
                }
                if (!thread.isAlive()) {
                    throw new MachineLost(
                            Sentence.of("The machine broke while its tables were being read."),
                            Sentence.of("Press Run again to start anew."));
                }
                thread.join(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineLost(
                    Sentence.of("Reading the tables was interrupted."), Sentence.of("Press Run again to start anew."));
        }
    }

    private void work() {
        try {
            while (true) {
                if (usesWait) {
                    run(inbox.poll(Math.max(0, usesDue - System.nanoTime()), TimeUnit.NANOSECONDS));
                } else {
                    run(inbox.take());
                }
                runWaiting();
                if (usesWait && System.nanoTime() >= usesDue) {
                    takeUses();
                }
                askStale();
                if (tables.changed()) {
                    publish();
                }
                Thread.sleep(QUIET_MILLIS);
            }
        } catch (MachineLost e) {
            lost.accept(e);
        } catch (InterruptedException e) {
            // Closed: nobody wants snapshots any more.
        }
    }

    private static void run(@Nullable Work work) throws MachineLost {
        if (work != null) {
            work.run();
        }
    }

    private void runWaiting() throws MachineLost {
        List<Work> waiting = new ArrayList<>();
        inbox.drainTo(waiting, BATCH);
        for (Work work : waiting) {
            work.run();
        }
    }

    private void take(SpaceNotice notice) throws MachineLost {
        if (!spaces.contains(notice.space())) {
            return;
        }
        if (notice.notice() instanceof KernelNotice.Done) {
            // Notices were lost because nobody read fast enough: what is held of this namespace may be wrong anywhere.
            ask(notice.space(), EnumSet.allOf(Table.class));
            return;
        }
        if (notice.notice() instanceof KernelNotice.Traced(var trace)) {
            if (!trace.table().equals(Following.TABLE)) {
                news.accept(new FilterNews.Judged(notice.space(), notice.nanos(), trace));
                counting.add(notice.space());
                usesWait = true;
            }
        } else if (notice.notice() instanceof KernelNotice.ConnectionSet(var connection)) {
            news.accept(new FilterNews.Connected(notice.space(), notice.nanos(), connection));
        }
        tables.accept(notice);
    }

    /** Rules and connections that packets met have counted them, or live longer: the kernel tells nobody who does not ask. */
    private void takeUses() throws MachineLost {
        for (SpaceId space : counting) {
            ask(space, Table.RULES);
            ask(space, Table.CONNECTIONS);
        }
        counting.clear();
        uses.take().forEach((use, nanos) -> tables.used(use.port(), use.source(), nanos));
        usesWait = false;
        usesDue = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(USES_MILLIS);
    }

    private void askEverything() throws MachineLost {
        for (SpaceId space : spaces) {
            ask(space, Table.OF_ALL);
        }
    }

    private void ask(SpaceId space, Set<Table> wanted) throws MachineLost {
        for (Table table : wanted) {
            ask(space, table);
        }
    }

    private void askStale() throws MachineLost {
        for (Tables.Stale stale : tables.takeStale()) {
            ask(stale.space(), stale.table());
            if (stale.table() == Table.CHAINS) {
                follow(stale.space());
            }
        }
    }

    /** Packets are followed where there are chains, before these are published: whoever sees a rule may rely on its verdicts. */
    private void follow(SpaceId space) throws MachineLost {
        if (tables.shouldFollow(space, true) && !unfollowable.contains(space)) {
            if (machine.run(Following.on(space), step -> {}).isPresent()) {
                // Without it losses keep their other reasons.
                unfollowable.add(space);
            }
        } else if (tables.shouldFollow(space, false)) {
            machine.run(Following.off(space), step -> {});
        }
    }

    private void ask(SpaceId space, Table table) throws MachineLost {
        List<KernelNotice> rows = machine.ask(space, table.query());
        boolean refused = rows.stream().anyMatch(KernelNotice.Answer.class::isInstance);
        if (!refused) {
            tables.load(space, table, rows, now());
            if (table == Table.SETS) {
                fillSets(space);
            }
        }
    }

    /** The list of sets does not tell what is in them. */
    private void fillSets(SpaceId space) throws MachineLost {
        for (SetRow set : tables.sets(space)) {
            tables.add(space, machine.ask(space, new Query.SetElements(set.family(), set.table(), set.name())), now());
        }
    }

    private Snapshot publish() {
        Snapshot snapshot = tables.snapshot(now());
        sink.accept(snapshot);
        return snapshot;
    }

    private static long now() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
