package dev.pathlight.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Checker;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.wire.Sandboxed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lesson's deeds, done to the real kernel as fast as they can be pressed. */
class DeedsTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final SpaceId NS2 = SpaceId.parse("this/ns2");

    @Test
    void aPingRightAfterALinkCameUpIsAnsweredThoughItWasAskedForInVainBefore() throws Exception {
        Sandboxed.assumePossible();
        ReadResult.Good read = (ReadResult.Good) TopologyReader.read(Path.of("topologies/veth-pair.json"));
        try (Session session = Sessions.sandbox()
                .open(Checker.check(read.drawing().topology()).checked().orElseThrow(), e -> {})) {
            assertThat(Deeds.change(veth1("down"), session).ok()).isTrue();
            // Two, a second each: then the kernel has asked for the third and last time.
            session.ping(NS1, session.addressOf(NS2, NS1).orElseThrow(), 1);
            session.ping(NS1, session.addressOf(NS2, NS1).orElseThrow(), 2);

            assertThat(Deeds.change(veth1("up"), session).ok()).isTrue();

            String asked = session.exec(NS1, List.of("ip", "neigh"), 10_000).stdout();
            assertThat(asked).contains("INCOMPLETE");
            assertThat(session.ping(NS1, session.addressOf(NS2, NS1).orElseThrow(), 3))
                    .isInstanceOf(PingReply.Answered.class);
        }
    }

    private static Action.Change veth1(String state) {
        return new Action.Change(
                Action.Kind.CHANGE, NS2, List.of(List.of("ip", "link", "set", "veth1", state)), Texts.NONE);
    }
}
