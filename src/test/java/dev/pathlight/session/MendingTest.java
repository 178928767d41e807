package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.plan.NetOp;
import dev.pathlight.session.breaking.Breakage;
import dev.pathlight.session.breaking.Breakages;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.Sandboxed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is offered to be broken is broken on this kernel, and mended without a trace. What is to be felt by a ping is: the
 * verdict, found in what the kernel shows, stands in {@code broken/SCENE.txt}; and once mended the ping is answered again.
 */
class MendingTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** What can be broken, without what comes and goes by itself: link-local addresses, neighbours, states, counters. */
    private static final String STATE = """
        ip -o link | sed 's/ state .*//; s/,M-DOWN//; s/NO-CARRIER,//'
        bridge link | grep -o '^.*master [^ ]*' | sed 's/<.*>//'
        for port in /sys/class/net/*/brport; do test -d $port && cat $port/port_no $port/hairpin_mode; done
        ip -o address | grep -v ' fe80::' | sed 's/ valid_lft.*//; s/ tentative//; s/ dynamic//'
        ip -4 route show table all | sed 's/ linkdown//; s/ dead//'
        ip -6 route show table all | grep -v -e fe80:: -e multicast | sed 's/ linkdown//; s/ dead//' | sort
        ip -o link show lo | grep -o '<.*>'
        ss -Hltn | sed 's/ *$//' | sort
        for f in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$f; echo; done | grep -o '[R]esponder [a-z].*' | sort -u
        grep -H . /proc/sys/net/ipv4/conf/*/rp_filter /proc/sys/net/ipv4/conf/*/forwarding
        grep -H . /proc/sys/net/ipv6/conf/*/forwarding /proc/sys/net/ipv4/ip_forward
        nft list ruleset 2>&1 | grep -v pathlight-trace | grep -e table -e chain -e hook
        """;

    @BeforeAll
    static void possible() {
        Sandboxed.assumePossible();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "container-mode",
                "veth-pair",
                "bridge",
                "bridge-ipv6",
                "bridge-pods",
                "kernel-forwarding",
                "kernel-forwarding-ipv6",
                "docker-two-hosts",
                "flannel-host-gw"
            })
    void whatIsBrokenIsMendedWithoutATrace(String scene) throws Exception {
        try (Lecture lecture = Lecture.shipped(scene)) {
            List<Breakage> all = offered(lecture);
            assertThat(all).hasSizeGreaterThan(2);
            Path verdicts = Path.of("src/test/resources/dev/pathlight/session/broken/" + scene + ".txt");
            Optional<Felt> felt =
                    Files.exists(verdicts) ? Optional.of(new Felt(verdicts, lecture, all)) : Optional.empty();
            for (Breakage b : all) {
                SortedMap<SpaceId, String> before = state(lecture, b);
                assertThat(Mending.breakIt(b, lecture.session)).as("%s", b).isEmpty();
                assertThat(state(lecture, b)).as("%s", b).isNotEqualTo(before);
                assertThat(lecture.session.drifts(b.doing())).as("%s", b).isEmpty();
                if (felt.isPresent()) {
                    felt.get().broken(b);
                }
                assertThat(Mending.mend(b, lecture.session)).as("%s", b).isEmpty();
                assertThat(settled(lecture, b, before)).as("%s", b).isEqualTo(before);
                assertThat(lecture.session.drifts(List.of())).as("%s", b).isEmpty();
                if (felt.isPresent()) {
                    felt.get().mended(b);
                }
            }
            if (felt.isPresent()) {
                felt.get().compare();
            }
        }
    }

    private static List<Breakage> offered(Lecture lecture) {
        return Breakages.of(lecture.session.drawing().topology(), lecture.session.snapshot());
    }

    /** Where anything is done. */
    private static SortedMap<SpaceId, String> state(Lecture lecture, Breakage b) throws MachineLost {
        SortedMap<SpaceId, String> state = new TreeMap<>();
        List<NetOp> ops = new ArrayList<>(b.doing());
        ops.addAll(b.undoing());
        for (SpaceId space : new TreeSet<>(ops.stream().map(NetOp::space).toList())) {
            state.put(space, lecture.exec(space, "sh", "-c", STATE + "true"));
        }
        return state;
    }

    /** The kernel takes a moment over carriers. */
    private static SortedMap<SpaceId, String> settled(Lecture lecture, Breakage b, SortedMap<SpaceId, String> wanted)
            throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        SortedMap<SpaceId, String> now = state(lecture, b);
        while (!now.equals(wanted) && System.nanoTime() < end) {
            Thread.sleep(50);
            now = state(lecture, b);
        }
        return now;
    }
}
