package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.IpAddress;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoMessageTest {
    // ping -c1 -s8 10.1.1.3, as tcpdump -x prints it; id 0x1234, seq 7.
    private static final byte[] REQUEST = hex("06b578d97b751a7e304672110800"
            + "45000024000040004001249b0a0101020a010103" + "0800aaaa12340007" + "0011223344556677");
    private static final byte[] V6_REPLY = hex("06b578d97b751a7e3046721186dd"
            + "6000000000083a40fd000000000000000000000000000002fd000000000000000000000000000003" + "8100aaaa12340007");

    @Test
    void anEchoRequestIsReadWithItsIdentifierAndSequence() {
        assertThat(EchoMessage.in(REQUEST))
                .contains(new EchoMessage(true, address("10.1.1.2"), address("10.1.1.3"), 0x1234, 7));
    }

    @Test
    void anEchoReplyOverIpv6IsReadToo() {
        assertThat(EchoMessage.in(V6_REPLY))
                .contains(new EchoMessage(false, address("fd00::2"), address("fd00::3"), 0x1234, 7));
    }

    @Test
    void aVlanTagIsSteppedOver() {
        byte[] tagged = new byte[REQUEST.length + 4];
        System.arraycopy(REQUEST, 0, tagged, 0, 12);
        System.arraycopy(hex("8100000a"), 0, tagged, 12, 4);
        System.arraycopy(REQUEST, 12, tagged, 16, REQUEST.length - 12);

        assertThat(EchoMessage.in(tagged))
                .contains(new EchoMessage(true, address("10.1.1.2"), address("10.1.1.3"), 0x1234, 7));
    }

    @Test
    void aFrameCutShortOrOfAnyBytesIsNoEchoAndNoError() {
        for (int n = 0; n < 42; n++) {
            assertThat(EchoMessage.in(java.util.Arrays.copyOf(REQUEST, n))).isEmpty();
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] frame = REQUEST.clone();
            random.nextBytes(frame);
            frame[12] = 8;
            frame[13] = 0;
            byte[] cut = java.util.Arrays.copyOf(frame, random.nextInt(frame.length + 1));
            assertThat(EchoMessage.in(cut)).as("seed " + seed).isNotNull();
        }
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
