package dev.pathlight.cli;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One coming and going of a drawing, in ms of wall time; CPU counts this process and the engine, kernel work included.
 *
 * @param openMillis until everything runs and is listed: the engine's start, the deployment, the first snapshot
 * @param deployMillis of it, the plan: until every link is usable, captures opened in between
 * @param snapshotMillis of it, listing every table of every namespace
 * @param removeMillis until the last interface is gone and the engine ended
 */
record BenchRound(
        double openMillis,
        double deployMillis,
        double snapshotMillis,
        double removeMillis,
        double upCpuMillis,
        double removeCpuMillis) {
    static BenchRound run(SessionOpener opener, CheckedTopology drawing) throws Refusal {
        AtomicLong deployed = new AtomicLong();
        AtomicLong deployedAt = new AtomicLong();
        double cpuBefore = CpuTime.millis();
        long begun = System.nanoTime();
        Session session = Running.open(opener, drawing, event -> {
            if (event instanceof SessionEvent.Running(RunEvent.Finished(boolean _, long nanos))) {
                deployed.set(nanos);
                deployedAt.set(System.nanoTime());
            }
        });
        long up = System.nanoTime();
        double cpuUp = CpuTime.millis();
        session.close();
        long gone = System.nanoTime();
        return new BenchRound(
                (up - begun) / 1e6,
                deployed.get() / 1e6,
                (up - deployedAt.get()) / 1e6,
                (gone - up) / 1e6,
                cpuUp - cpuBefore,
                CpuTime.millis() - cpuUp);
    }
}
