package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.THIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckResult;
import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.WrittenRoutes;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Planner;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.session.drift.TakingIn;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RowText;
import dev.pathlight.wire.Sandboxed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody types commands behind the drawing's back: each is found, put back, or taken into the drawing, on this kernel. */
class DriftTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int PERMANENT = 0x80;

    private static final Path RP_FILTER = Path.of("/proc/sys/net/ipv4/conf/default/rp_filter");

    private Lecture lecture;

    @BeforeEach
    void run() throws Exception {
        Sandboxed.assumePossible();
        lecture = new Lecture();
    }

    @AfterEach
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    /** What is typed in {@code space}, and how things are then. */
    private record Typed(SpaceId space, String command, List<String> words) {
        static Typed of(SpaceId space, String command, String... words) {
            return new Typed(space, command, List.of(words));
        }
    }

    private static List<Typed> typed() throws IOException {
        // Other than the machine's own, which a namespace begins with.
        int reversePath = Files.readString(RP_FILTER).strip().equals("1") ? 2 : 1;
        return List.of(
                Typed.of(NS1, "ip addr add 10.1.1.77/24 dev veth0", "ns1 veth0 has the address 10.1.1.77/24"),
                Typed.of(NS1, "ip addr del 10.1.1.2/24 dev veth0", "ns1 veth0 lacks its address 10.1.1.2/24"),
                Typed.of(NS1, "ip addr add 192.0.2.1/32 dev lo", "ns1 lo has the address 192.0.2.1/32"),
                Typed.of(NS1, "ip route add default via 10.1.1.3", "ns1 has a default route by 10.1.1.3"),
                Typed.of(
                        NS1,
                        "ip route add 10.66.0.0/16 nexthop via 10.1.1.3 nexthop via 10.1.1.4",
                        "ns1 has a route to 10.66.0.0/16 with more to it"),
                Typed.of(
                        NS1,
                        "ip route add 10.67.0.0/16 via 10.1.1.3 mtu 1300",
                        "ns1 has a route to 10.67.0.0/16 with more to it"),
                Typed.of(NS1, "ip link set veth0 down", "ns1 veth0 is down"),
                Typed.of(NS1, "ip link set lo down", "ns1 lo is down"),
                Typed.of(NS1, "ip link set veth0 mtu 1400", "the MTU of ns1 veth0 is 1400 bytes"),
                Typed.of(
                        NS1,
                        "ip link set veth0 down; ip link set veth0 name eth7; ip link set eth7 up",
                        "ns1 veth0 is called eth7"),
                Typed.of(
                        NS1,
                        "ip neigh add 10.1.1.88 lladdr 02:00:00:00:00:88 dev veth0 nud permanent",
                        "ns1 veth0 has 10.1.1.88 written down as 02:00:00:00:00:88"),
                Typed.of(NS1, "ip route del 10.1.1.0/24", "ns1 veth0 lacks its route to 10.1.1.0/24"),
                Typed.of(
                        NS1,
                        "sysctl -qw net.ipv4.conf.veth0.rp_filter=" + reversePath,
                        "ns1 veth0 filters by the way back otherwise, its rp_filter is " + reversePath),
                Typed.of(
                        NS1,
                        "nft add table inet mine; nft add chain inet mine in '{ type filter hook input priority 0; }';"
                                + " nft add rule inet mine in tcp dport 22 drop",
                        "ns1 has a firewall table mine"),
                Typed.of(NS1, "ip link del veth0", "the cable this br-veth0 – ns1 veth0 is gone"),
                Typed.of(THIS, "brctl delif br0 br-veth0", "this br-veth0 is a port of no bridge"),
                Typed.of(THIS, "brctl stp br0 on", "the spanning tree runs at this br0"),
                Typed.of(THIS, "brctl setageing br0 0", "this br0 forgets a MAC after 0 s"),
                Typed.of(THIS, "ip link set br0 down", "this br0 is down"),
                Typed.of(THIS, "sysctl -qw net.ipv4.ip_forward=1", "this forwards, its ip_forward is 1"),
                Typed.of(THIS, "sysctl -qw net.ipv6.conf.all.forwarding=1", "this forwards IPv6, its forwarding is 1"),
                Typed.of(
                        THIS,
                        "brctl addbr br9; ip link set br-veth1 master br9; ip addr add 10.8.0.1/24 dev br9;"
                                + " ip link set br9 up",
                        "this br9 is a new bridge",
                        "this br-veth1 is a port of br9"),
                Typed.of(
                        THIS,
                        "ip link add va type veth peer name vb; ip link set va master br0; ip link set va up;"
                                + " ip addr add 10.7.0.1/24 dev vb",
                        "this vb – this va is a new cable"),
                Typed.of(
                        THIS,
                        "ip link add far type vxlan id 9 dstport 4789 remote 10.9.9.9",
                        "this far is a new interface"));
    }

    @Test
    void everyChangeIsFoundAndPutBackAsItWas() throws Exception {
        assertThat(drifts()).isEmpty();
        List<String> first = tables(lecture);
        for (Typed typed : typed()) {
            lecture.exec(typed.space(), "sh", "-ec", typed.command());
            List<Drift> found = await(typed.words());
            assertThat(lecture.session.putBack(found)).as(typed.command()).isEmpty();
            await(List.of());
            awaitTables(lecture, first, typed.command());
        }
    }

    @Test
    void whatIsTakenInIsOnTheDrawingAndTheKernelHasNothingToLearn() throws Exception {
        Drawing drawing = new Drawing(lecture.session.drawing().topology(), Layout.NONE);
        Inventory there = Inventory.EMPTY.after(lecture.session.plan().steps());
        List<String> undrawable = new ArrayList<>();
        List<Typed> together = new ArrayList<>(typed());
        together.removeIf(t -> t.command().startsWith("ip link del")
                // The first address of a network takes the others of it along.
                || t.command().startsWith("ip addr del")
                || t.command().startsWith("ip link set br0 down")
                || t.command().startsWith("brctl delif")
                || t.words().getFirst().endsWith("is down"));
        together.add(Typed.of(NS1, "ip addr del 10.1.1.77/24 dev veth0", "ns1 eth7 lacks its address 10.1.1.77/24"));
        together.add(Typed.of(NS1, "ip link set veth0 down", "ns1 eth7 is down"));
        for (Typed typed : together) {
            lecture.exec(
                    typed.space(),
                    "sh",
                    "-ec",
                    typed.command().contains("name eth7")
                            ? typed.command()
                            : typed.command().replace("veth0", "$(ls /sys/class/net | grep -m1 -E '^(veth0|eth7)$')"));
            for (Drift d : settle()) {
                var edit = TakingIn.of(d, drawing);
                if (edit.isEmpty()) {
                    undrawable.add(d.words().toString());
                    lecture.session.putBack(List.of(d));
                } else {
                    drawing = edit.get().applyTo(drawing);
                    there = there.told(d.happened());
                    lecture.session.adopt(List.of(d));
                    Applied applied = lecture.session.apply(checked(drawing));
                    assertThat(applied.plan().steps()).as(typed.command()).isEmpty();
                }
            }
            await(List.of());
        }
        assertThat(undrawable).hasSize(7);
        CheckedTopology next = checked(drawing);
        assertThat(Planner.plan(next, there).steps()).isEmpty();
        List<String> byHand = tables(lecture);
        try (Lecture again = Lecture.of(next)) {
            awaitTables(again, byHand, "run anew");
        }
    }

    private static CheckedTopology checked(Drawing drawing) {
        CheckResult result = Checker.check(drawing.topology());
        return result.checked().orElseThrow(() -> new AssertionError(result.findings()));
    }

    private List<Drift> drifts() throws MachineLost {
        return lecture.session.drifts(List.of());
    }

    /** Until something is found, and nothing more comes. */
    private List<Drift> settle() throws InterruptedException, MachineLost {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<Drift> before = List.of();
        while (System.nanoTime() < deadline) {
            List<Drift> found = drifts();
            if (!found.isEmpty() && found.equals(before)) {
                return found;
            }
            before = found;
            Thread.sleep(50);
        }
        throw new AssertionError("nothing is found");
    }

    private List<Drift> await(List<String> words) throws InterruptedException, MachineLost {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<String> said = List.of();
        while (System.nanoTime() < deadline) {
            List<Drift> found = drifts();
            said = found.stream().map(d -> d.words().toString()).toList();
            if (said.equals(words)) {
                return found;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("found " + said + " instead of " + words);
    }

    private static void awaitTables(Lecture of, List<String> wanted, String as) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline && !tables(of).equals(wanted)) {
            Thread.sleep(20);
        }
        assertThat(tables(of)).as(as).isEqualTo(wanted);
    }

    /** Everything that somebody may set; not what the kernel numbers, learns or chooses. */
    private static List<String> tables(Lecture of) {
        List<String> rows = new ArrayList<>();
        of.session.snapshot().spaces().values().forEach(s -> rows.addAll(new TreeSet<>(rows(s))));
        return rows;
    }

    private static List<String> rows(SpaceState s) {
        List<String> rows = new ArrayList<>();
        for (LinkRow l : s.links()) {
            rows.add("%s %s %s up %s mtu %d master %s %s"
                    .formatted(
                            s.id(),
                            l.kind(),
                            l.name(),
                            l.isUp(),
                            l.mtu(),
                            l.master() == 0 ? "none" : s.nameOf(l.master()),
                            l.bridge()
                                    .map(b -> b.stp() + " " + b.ageingCentiseconds())
                                    .orElse("")));
        }
        s.addresses().stream()
                .filter(a -> a.scope() == 0)
                .forEach(a -> rows.add(s.id() + " " + s.nameOf(a.index()) + " " + a.address()));
        WrittenRoutes.in(s).forEach(r -> rows.add(s.id() + " " + RowText.route(r, s::nameOf)));
        s.neighbours().stream()
                .filter(n -> (n.state() & PERMANENT) != 0)
                .forEach(n -> rows.add(s.id() + " " + n.address() + " " + n.mac()));
        rows.add(s.id() + " forwards " + s.forwardsV4(-1) + " " + s.forwardsV6());
        return rows;
    }
}
