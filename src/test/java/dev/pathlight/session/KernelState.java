package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this kernel has of a drawing that runs, and has alike whenever the same drawing runs: two runs of it can be compared. */
public final class KernelState {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final int ASKING_MILLIS = 20_000;

    /**
     * What no snapshot has: ports' flags, neighbours nobody learned, rules of every family, and each sysctl of the stacks.
     * Left out is what a kernel makes up anew, and what a socket has as its limit of memory.
     */
    private static final String ASKED = """
        ip -o neigh show nud permanent
        bridge -d -o link show | sed 's/^[0-9]*: //; s/@[^ ]*//; s/@.*: </: </'
        nft list ruleset | sed 's/counter packets [0-9]* bytes [0-9]*/counter/'
        cd /proc/sys/net && grep -rs . ipv4 ipv6 | grep -v -e secret -e fastopen_key -e mem: | sort
        """;

    private KernelState() {}

    /** All its snapshot tells that does not differ from run to run. */
    public static Map<SpaceId, List<String>> told(Session session) {
        Set<Mac> drawn = session.drawing().topology().nodes().stream()
                .flatMap(n -> n.spaces())
                .flatMap(s -> s.interfaces().stream())
                .map(Interface::mac)
                .flatMap(m -> m.stream())
                .collect(Collectors.toSet());
        Map<SpaceId, List<String>> told = new TreeMap<>();
        session.snapshot()
                .spaces()
                .forEach((id, s) -> told.put(
                        id,
                        Stream.of(links(s, drawn), addresses(s), routes(s), settings(s))
                                .flatMap(l -> l)
                                .sorted()
                                .toList()));
        return told;
    }

    private static Stream<String> links(SpaceState s, Set<Mac> drawn) {
        return s.links().stream()
                .map(l -> "link %s %s mtu %d up %s state %d master %s port %d %s"
                        .formatted(
                                l.name(),
                                l.kind(),
                                l.mtu(),
                                l.isUp(),
                                l.operState(),
                                l.master() == 0 ? "none" : s.nameOf(l.master()),
                                l.portState(),
                                l.mac()
                                        .filter(drawn::contains)
                                        .map(Mac::toString)
                                        .orElse("")));
    }

    private static Stream<String> addresses(SpaceState s) {
        return s.addresses().stream().map(a -> "address %s %s".formatted(s.nameOf(a.index()), a.address()));
    }

    private static Stream<String> routes(SpaceState s) {
        return s.routes().stream()
                .map(r -> "route %s via %s dev %s table %d type %d metric %d source %s"
                        .formatted(
                                r.destination(),
                                r.gateway(),
                                s.nameOf(r.device()),
                                r.table(),
                                r.type(),
                                r.metric(),
                                r.source()));
    }

    private static Stream<String> settings(SpaceState s) {
        return s.settings().stream()
                .map(r -> "settings %s %s %s %s"
                        .formatted(
                                r.v6() ? "ipv6" : "ipv4",
                                r.index() < 0 ? r.index() : s.nameOf(r.index()),
                                r.forwarding(),
                                r.rpFilter()));
    }

    /** Tables come a moment after what changed them. */
    public static void awaitAlike(Session edited, Session fresh) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!told(edited).equals(told(fresh)) && System.nanoTime() - end < 0) {
            Thread.sleep(20);
        }
        assertThat(told(edited)).isEqualTo(told(fresh));
    }

    /** What programs print in each of its namespaces that no snapshot has: flags of bridge ports, rules, sysctls. */
    public static Map<SpaceId, List<String>> asked(Session session) throws MachineLost {
        Map<SpaceId, List<String>> asked = new TreeMap<>();
        for (SpaceId space : session.drawing().topology().spaces().toList()) {
            ExecResult result = session.exec(space, List.of("sh", "-e", "-c", ASKED), ASKING_MILLIS);
            if (result.exitCode() != 0) {
                throw new AssertionError(space + ": " + result);
            }
            asked.put(space, result.stdout().lines().toList());
        }
        return asked;
    }
}
