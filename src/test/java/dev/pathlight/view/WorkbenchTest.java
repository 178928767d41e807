package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final SpaceId NS2 = SpaceId.parse("this/ns2");
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");

    @TempDir
    private Path dir;

    /** Everything on this thread, at once. */
    private static Workbench bench(SessionOpener opener) {
        return new Workbench(
                opener, new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    }

    private static Workbench running() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        bench.run();
        return bench;
    }

    @Test
    void anEditCanBeUndoneAndRedone() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        Drawing before = bench.drawing().drawing().get();
        bench.edit("Set addresses", new Edit.SetAddresses(VETH0, List.of(Cidr.parse("10.9.9.9/24"))));
        Drawing after = bench.drawing().drawing().get();
        List<Object> seen = new ArrayList<>(List.of(
                bench.drawing().dirty().get(), bench.drawing().undoName().get()));
        bench.undo();
        seen.addAll(
                List.of(bench.drawing().drawing().get(), bench.drawing().dirty().get()));
        bench.redo();
        seen.addAll(
                List.of(bench.drawing().drawing().get(), bench.drawing().dirty().get()));
        assertThat(seen).containsExactly(true, "Set addresses", before, false, after, true);
    }

    @Test
    void whatIsSavedCanBeOpenedAgain() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        bench.edit("Set addresses", new Edit.SetAddresses(VETH0, List.of(Cidr.parse("10.9.9.9/24"))));
        Drawing drawn = bench.drawing().drawing().get();
        Path file = dir.resolve("mine.json");
        bench.table().save(file, () -> {});
        assertThat(bench.drawing().dirty().get()).isFalse();
        bench.table().newDrawing();
        bench.table().open(file);
        assertThat(bench.drawing().drawing().get()).isEqualTo(drawn);
        assertThat(bench.drawing().file().get()).isEqualTo(Optional.of(file));
    }

    @Test
    void aFileThatCannotBeReadLeavesTheDrawingAndSaysWhatWhyAndWhatToDo() throws IOException {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        Drawing before = bench.drawing().drawing().get();
        Path bad = Files.writeString(dir.resolve("bad.json"), "{\"version\": 1, \"nodes\": [");
        bench.table().open(bad);
        Problem problem = bench.problem().get().orElseThrow();
        assertThat(problem.what()).isEqualTo("bad.json could not be opened.");
        assertThat(problem.why()).contains("bad.json:1:");
        assertThat(problem.todo()).isNotBlank();
        assertThat(bench.drawing().drawing().get()).isEqualTo(before);
    }

    @Test
    void aRunTicksOffThePlanAndTurnsTheDrawingGreen() {
        Workbench bench = running();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
        assertThat(bench.plan().lines()).isNotEmpty().allMatch(l -> l.progress().get() == PlanModel.Progress.DONE);
        assertThat(bench.canvas().health().get())
                .containsEntry("this/ns1/veth0", Health.UP)
                .containsEntry("this/br0", Health.UP)
                .containsEntry("cable:this/ns1/veth0", Health.UP)
                .doesNotContainValue(Health.DOWN);
    }

    @Test
    void stoppingAndRunningAgainStartsFromNothing() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        bench.stop();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.STOPPED);
        assertThat(bench.canvas().health().get()).isEmpty();
        bench.run();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
        assertThat(bench.journeys().lines()).isEmpty();
    }

    @Test
    void aRefusedStepIsToldAndTheDrawingIsStopped() {
        Workbench bench = bench(FakeSession.refusing(3));
        bench.table().open(BRIDGE);
        bench.run();
        Problem problem = bench.problem().get().orElseThrow();
        assertThat(problem.what()).startsWith("Step 3 was refused");
        assertThat(problem.why()).contains("EEXIST (17)").contains("File exists");
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.STOPPED);
        assertThat(bench.canvas().health().get()).containsValue(Health.FAILED);
        assertThat(bench.plan().failed().get()).contains(3);
        assertThat(bench.plan().lines().stream().map(l -> l.progress().get()).limit(4))
                .containsExactly(
                        PlanModel.Progress.DONE,
                        PlanModel.Progress.DONE,
                        PlanModel.Progress.FAILED,
                        PlanModel.Progress.AHEAD);
    }

    @Test
    void whatWasRefusedIsNotHeldAgainstADrawingThatWasChangedSince() {
        Workbench bench = bench(FakeSession.refusing(3));
        bench.table().open(BRIDGE);
        bench.run();
        bench.edit("Set addresses", new Edit.SetAddresses(VETH0, List.of(Cidr.parse("10.9.9.9/24"))));
        bench.undo();
        assertThat(bench.canvas().health().get()).isEmpty();
        assertThat(bench.plan().failed().get()).isEmpty();
        assertThat(bench.plan().lines()).extracting(l -> l.progress().get()).containsOnly(PlanModel.Progress.AHEAD);
    }

    @Test
    void aMachineThatCannotBeOpenedSaysTheWayOut() {
        Workbench bench = bench(FakeSession.lost());
        bench.table().open(BRIDGE);
        bench.run();
        assertThat(bench.problem().get())
                .contains(new Problem(
                        "The sandbox could not be opened.",
                        "This kernel refuses user namespaces.",
                        "Ask your administrator to allow them."));
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void aPingIsRefusedWithTheReasonWhileNothingRuns() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        bench.ping(NS1, NS2);
        assertThat(bench.problem().get().orElseThrow().todo()).contains("F5");
    }

    @Test
    void aPingThatFailedDoesNotForbidTheNext() {
        Workbench bench = bench(FakeSession.failingOnce());
        bench.table().open(BRIDGE);
        bench.run();
        bench.ping(NS1, NS2);
        assertThat(bench.problem().get().orElseThrow().why()).contains("the tracker lost its way");
        assertThat(bench.pings().waiting().get()).isFalse();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
        bench.ping(NS1, NS2);
        assertThat(bench.pings().outcome().get()).isPresent();
    }

    @Test
    void aPingFromOrToWhatDoesNotRunYetIsRefusedWithTheWayOut() {
        Workbench bench = running();
        SpaceId ns3 = SpaceId.parse("this/ns3");
        PortId veth0 = PortId.parse("this/ns1/veth0");
        bench.edit("An address of nobody", new Edit.SetAddresses(veth0, List.of(Cidr.parse("10.1.1.255/24"))));
        bench.edit("Add ns3", new Edit.AddNamespace(ns3, new Layout.Box(0, 0, 100, 100)));
        for (SpaceId target : List.of(ns3, NS2)) {
            bench.dismissProblem();
            bench.ping(target.equals(ns3) ? NS1 : ns3, target);
            assertThat(bench.problem().get())
                    .contains(new Problem(
                            "ns3 does not run yet.",
                            "ns3 was drawn after Run, and what is drawn now cannot be brought to the kernel.",
                            "Mend what the status line says is not running yet, then ping."));
            assertThat(bench.pings().waiting().get()).isFalse();
        }
        bench.dismissProblem();
        bench.ping(NS1, NS2);
        assertThat(bench.problem().get()).isEmpty();
        assertThat(bench.pings().outcome().get()).isPresent();
    }

    @Test
    void aJourneyToldAgainIsNotPlayedAgain() {
        Workbench bench = bench(FakeSession.repeating());
        bench.table().open(BRIDGE);
        bench.run();
        bench.ping(NS1, NS2);
        assertThat(bench.playback().queued()).extracting(j -> j.id()).containsExactly(3L, 4L, 5L);
        bench.ping(NS1, NS2);
        assertThat(bench.playback().moment().get().orElseThrow().journey().id()).isEqualTo(6);
        assertThat(bench.playback().queued()).extracting(j -> j.id()).containsExactly(7L);
    }

    @Test
    void aPingPlaysItsJourneysAndTheRowThatDecidedLightsUp() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        List<String> story = new ArrayList<>();
        for (int i = 0; i < 4000 && bench.playback().playing().get(); i++) {
            Moment m = bench.playback().moment().get().orElseThrow();
            String lit = String.join(
                    ",",
                    bench.tables().macs().rows().stream()
                            .filter(r -> r.used().get())
                            .map(r -> r.mac + "@" + r.portNumber)
                            .toList());
            String line =
                    m.journey().protocol() + m.journey().id() + " " + m.hop().port() + " " + lit;
            if (story.isEmpty() || !story.getLast().equals(line)) {
                story.add(line);
            }
            bench.advance(0.02, m.nanos());
        }
        assertThat(story)
                .containsExactly(
                        "arp2 this/ns1/veth0 ",
                        "arp2 this/br-veth0 ",
                        "arp2 this/br-veth1 ",
                        "arp2 this/ns2/veth1 ",
                        "arp3 this/ns2/veth1 ",
                        "arp3 this/br-veth1 1a:7e:30:46:72:11@1",
                        "arp3 this/br-veth0 1a:7e:30:46:72:11@1",
                        "arp3 this/ns1/veth0 ",
                        "icmp4 this/ns1/veth0 ",
                        "icmp4 this/br-veth0 06:b5:78:d9:7b:75@2",
                        "icmp4 this/br-veth1 06:b5:78:d9:7b:75@2",
                        "icmp4 this/ns2/veth1 ",
                        "icmp5 this/ns2/veth1 ",
                        "icmp5 this/br-veth1 1a:7e:30:46:72:11@1",
                        "icmp5 this/br-veth0 1a:7e:30:46:72:11@1",
                        "icmp5 this/ns1/veth0 ");
    }

    @Test
    void steppingBackShowsTheTablesAsTheyWereThen() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        bench.playback().go(0);
        assertThat(learnedRows(bench)).isEmpty();
        bench.playback().forward();
        assertThat(learnedRows(bench)).containsExactly(BridgeLecture.NS1.toString());
        assertThat(bench.tables().macs().flooded().get()).isTrue();
        for (int i = 0; i < 4; i++) {
            bench.playback().forward();
        }
        assertThat(learnedRows(bench)).containsExactly(BridgeLecture.NS1.toString(), BridgeLecture.NS2.toString());
        bench.playback().play(bench.journeys().after(0).getFirst());
        assertThat(learnedRows(bench)).isEmpty();
        assertThat(bench.tables().standing().get()).isEqualTo(TablesModel.Standing.HOP);
    }

    private static List<String> learnedRows(Workbench bench) {
        return bench.tables().macs().rows().stream()
                .filter(r -> !r.local)
                .map(r -> r.mac)
                .toList();
    }

    @Test
    void theRouteAndTheNeighbourThatDecidedLightUpWhereTheyStand() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        bench.playJourney(4);
        assertThat(bench.tables().routes().choice().space().get()).contains(NS1);
        assertThat(bench.tables().routes().rows().stream()
                        .filter(r -> r.used().get())
                        .map(r -> r.text))
                .containsExactly("10.1.1.0/24 dev veth0 scope link src 10.1.1.2");
        assertThat(bench.tables().neighbours().rows().stream()
                        .filter(r -> r.used().get())
                        .map(r -> r.address))
                .containsExactly("10.1.1.3");
        bench.playback().go(3);
        assertThat(bench.tables().routes().rows().stream()
                        .filter(r -> r.used().get())
                        .map(r -> r.text))
                .containsExactly("local 10.1.1.3 dev veth1 table local scope host src 10.1.1.3");
    }

    @Test
    void theCaptionSaysWhichRowDecided() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        bench.playJourney(4);
        bench.playback().go(1);
        assertThat(bench.caption().sentence().get())
                .isEqualTo("br0 looks up 06:b5:…:75 in its MAC table: port 2, br-veth1");
        bench.phrases().nextLanguage();
        assertThat(bench.caption().sentence().get()).isEqualTo("br0 在 MAC 地址表里查找 06:b5:…:75：端口 2，br-veth1");
        bench.phrases().nextLanguage();
        bench.playback().go(2);
        assertThat(bench.caption().sentence().get()).isEqualTo("The packet leaves by br-veth1, towards ns2 veth1.");
        assertThat(bench.caption().stops()).containsExactly("ns1 veth0", "br-veth0", "br-veth1", "ns2 veth1");
    }

    @Test
    void anArpQuestionAndItsAnswerAreSaidForWhatTheyAre() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        List<String> said = new ArrayList<>();
        for (long id : List.of(2L, 3L)) {
            bench.playJourney(id);
            for (int step = 0; step < 4; step++) {
                bench.playback().go(step);
                said.add(bench.caption().sentence().get());
            }
        }
        assertThat(said)
                .containsExactly(
                        "ns1 has no MAC address for 10.1.1.3, so it asks everybody.",
                        "br0 floods the broadcast: one copy to every other port.",
                        "The packet leaves by br-veth1, towards ns2 veth1.",
                        "10.1.1.3 is ns2’s own address: the packet has arrived.",
                        "ns2 answers, because 10.1.1.3 is its own address.",
                        "br0 looks up 1a:7e:…:11 in its MAC table: port 1, br-veth0",
                        "The packet leaves by br-veth0, towards ns1 veth0.",
                        "10.1.1.2 is ns1’s own address: the packet has arrived.");
    }

    @Test
    void whatKernelsSayByThemselvesIsFoldedAndCounted() {
        Workbench bench = running();
        assertThat(bench.journeys().lines()).isEmpty();
        assertThat(bench.journeys().folded().get()).isEqualTo(1);
        bench.journeys().fold().set(false);
        assertThat(bench.journeys().lines()).hasSize(1);
    }

    @Test
    void anAgeingTimerRunsWhileTheTablesAreLive() {
        Workbench bench = running();
        bench.ping(NS1, NS2);
        bench.playback().clear();
        long learned = bench.journeys().after(0).getFirst().startNanos();
        bench.advance(0, learned + 2_000_000_000L);
        List<String> early = ages(bench);
        bench.advance(0, learned + 5_500_000_000L);
        assertThat(early).allMatch(a -> Double.parseDouble(a) > 1.9 && Double.parseDouble(a) < 2.1);
        assertThat(ages(bench)).allMatch(a -> Double.parseDouble(a) > 5.4 && Double.parseDouble(a) < 5.6);
    }

    private static List<String> ages(Workbench bench) {
        return bench.tables().macs().rows().stream()
                .filter(r -> !r.local)
                .map(r -> r.age().get())
                .toList();
    }

    @Test
    void addressesThatMakeNoSenseAreNotTaken() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        String at = VETH0.toString();
        assertThat(bench.inspector()
                        .change(at, Property.ADDRESSES, 0, "10.1.1.2")
                        .orElseThrow()
                        .why())
                .contains("prefix length");
        assertThat(bench.drawing().dirty().get()).isFalse();
        assertThat(bench.inspector().change(at, Property.ADDRESSES, 0, "10.1.1.9/24, fd00::9/64"))
                .isEmpty();
        assertThat(bench.drawing()
                        .drawing()
                        .get()
                        .topology()
                        .find(VETH0)
                        .orElseThrow()
                        .addresses())
                .containsExactly(Cidr.parse("10.1.1.9/24"), Cidr.parse("fd00::9/64"));
    }
}
