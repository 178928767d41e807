package dev.pathlight.machine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Echo requests and what comes back for them. */
final class EchoPacketTest {
    private static final EchoPacket V4 = new EchoPacket(false, 0x1234, 0x0102);
    private static final EchoPacket V6 = new EchoPacket(true, 0x1234, 0x0102);
    private static final String IP = "450000540000400040010000" + "0a010002" + "0a010001";
    private static final String IP6 = "6000000000083a40" + "00".repeat(32);

    private static byte[] hex(String h) {
        return HexFormat.of().parseHex(h);
    }

    @Test
    void aRequestHasItsNumbersAndAChecksumThatSumsUp() {
        assertThat(HexFormat.of().formatHex(V4.request(4))).isEqualTo("0800" + "c2a5" + "12340102" + "10111213");
        assertThat(HexFormat.of().formatHex(V6.request(2))).isEqualTo("80000000" + "12340102" + "1011");
    }

    @Test
    void itsReplyIsKnownAndAnothersIsNot() {
        assertThat(V4.read(hex(IP + "00000000" + "12340102"))).contains(new EchoPacket.Answer(0, 0, true));
        assertThat(V4.read(hex(IP + "00000000" + "12340103"))).isEmpty();
        assertThat(V4.read(hex(IP + "00000000" + "99990102"))).isEmpty();
        assertThat(V4.read(hex(IP + "08000000" + "12340102"))).isEmpty();
        assertThat(V6.read(hex("81000000" + "12340102"))).contains(new EchoPacket.Answer(129, 0, true));
    }

    @Test
    void anErrorIsItsOwnWhenItQuotesTheRequest() {
        assertThat(V4.read(hex(IP + "03010000" + "00000000" + IP + "08000000" + "12340102")))
                .contains(new EchoPacket.Answer(3, 1, false));
        assertThat(V4.read(hex(IP + "03010000" + "00000000" + IP + "08000000" + "12340103")))
                .isEmpty();
        assertThat(V6.read(hex("03000000" + "00000000" + IP6 + "80000000" + "12340102")))
                .contains(new EchoPacket.Answer(3, 0, false));
    }

    @Test
    void noBytesDoHarm() {
        long seed = 7;
        Random random = new Random(seed);
        byte[] whole = hex(IP + "03010000" + "00000000" + IP + "08000000" + "12340102");
        for (int i = 0; i < 100_000; i++) {
            byte[] b = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int n = random.nextInt(4); n > 0 && b.length > 0; n--) {
                b[random.nextInt(b.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> {
                        V4.read(b);
                        V6.read(b);
                    })
                    .as("seed %d: %s", seed, HexFormat.of().formatHex(b))
                    .doesNotThrowAnyException();
        }
    }
}
