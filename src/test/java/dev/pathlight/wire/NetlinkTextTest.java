package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.Drawings;
import dev.pathlight.plan.Plans;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetlinkTextTest {
    private static final int HEX_COLUMN = 25;

    @Test
    void aMessageIsReadFieldByField() {
        byte[] address =
                new NetlinkEncoder(s -> 0).encode(GoldenScene.operations().get("add-address"), 1);
        assertThat(NetlinkText.of(address)).isEqualTo("""
            28 00 00 00              nlmsg_len 40
            14 00                    nlmsg_type RTM_NEWADDR
            05 06                    nlmsg_flags NLM_F_REQUEST | NLM_F_ACK | NLM_F_EXCL | NLM_F_CREATE
            01 00 00 00              nlmsg_seq 1
            00 00 00 00              nlmsg_pid 0
            02                       ifa_family 2
            18                       ifa_prefixlen 24
            00                       ifa_flags 0
            00                       ifa_scope 0
            04 00 00 00              ifa_index 4
            08 00 02 00              IFA_LOCAL, 8 bytes:
            0a 01 01 02                10.1.1.2
            08 00 01 00              IFA_ADDRESS, 8 bytes:
            0a 01 01 02                10.1.1.2
            """);
    }

    @Test
    void everyByteThatIsSentIsShownAndNamed() {
        NetlinkEncoderTest.golden("requests.hex").forEach((name, bytes) -> {
            String text = NetlinkText.of(bytes);
            assertThat(shown(text)).as(name).isEqualTo(HexFormat.of().formatHex(bytes));
            assertThat(text).as(name).doesNotContain("not understood").doesNotContain("attribute ");
        });
    }

    @Test
    void whateverTheBytesTheyAreAllShown() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (byte[] bytes : NetlinkEncoderTest.golden("requests.hex").values()) {
            for (int i = 0; i < 500; i++) {
                byte[] input = NetlinkDecoderFuzzTest.mutated(bytes.clone(), random);
                assertThat(shown(NetlinkText.of(input)))
                        .as("-Dfuzz.seed=%d", seed)
                        .isEqualTo(HexFormat.of().formatHex(input));
            }
        }
    }

    private static String shown(String text) {
        return text.lines()
                .map(l -> l.substring(0, Math.min(HEX_COLUMN, l.length())).replace(" ", ""))
                .collect(Collectors.joining());
    }

    @Test
    void aPlanTellsWhatIsNoMessageToo() {
        assertThat(NetlinkText.of(Plans.of(Drawings.bridgeLecture())))
                .startsWith("""
                    1. Make the network stack of this
                       no message: unshare(CLONE_NEWNET), held by descriptor 3
                    """)
                .contains("""
                    4. Keep IPv6 off new links in this, so that they come up silent
                       no message: "1" is written to /proc/sys/net/ipv6/conf/default/disable_ipv6
                    """);
    }
}
