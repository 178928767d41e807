package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetlinkDecoderFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 50_000);

    @Test
    void noBytesMakeTheDecoderThrow() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        List<byte[]> seeds =
                new ArrayList<>(NetlinkEncoderTest.golden("answers.hex").values());
        seeds.addAll(NetlinkEncoderTest.golden("requests.hex").values());
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutated(seeds.get(random.nextInt(seeds.size())).clone(), random);
            assertThatCode(() -> {
                        NetlinkDecoder.decode(input);
                        NetlinkDecoder.interrupted(input);
                    })
                    .as("-Dfuzz.seed=%d, input %s", seed, HexFormat.of().formatHex(input))
                    .doesNotThrowAnyException();
        }
    }

    static byte[] mutated(byte[] bytes, Random random) {
        if (random.nextInt(20) == 0) {
            random.nextBytes(bytes);
        }
        byte[] cut = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
        for (int n = random.nextInt(6); n > 0 && cut.length > 0; n--) {
            int at = random.nextInt(cut.length);
            cut[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : cut[at] ^ 1 << random.nextInt(8));
        }
        return cut;
    }
}
