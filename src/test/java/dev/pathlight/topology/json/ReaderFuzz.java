package dev.pathlight.topology.json;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Reads files that went wrong: bytes flipped, parts cut, doubled, swapped or replaced by what hurts parsers. For a long
 * run: {@code java … dev.pathlight.topology.json.ReaderFuzz 1000000 1}.
 */
final class ReaderFuzz {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final List<String> NASTY = List.of(
            "null",
            "[",
            "]",
            "{",
            "}",
            "\"",
            ",",
            ":",
            "\\",
            "\\u0000",
            "\\ud800",
            "1e999999999",
            "-0",
            "0.1e-999",
            "99999999999999999999999999",
            "\"\"",
            "[[[[[[[[",
            "{\"a\":",
            "true",
            "\u0000",
            "\ufeff",
            "/*",
            "NaN",
            "::::::::::::",
            "\"version\": 2,",
            "\"kind\": \"vxlan\",",
            "../../../etc/passwd",
            "255.255.255.255/33",
            "a".repeat(5000));

    private ReaderFuzz() {}

    /**
     * Reads {@code count} broken inputs; throws an AssertionError naming the seed of the first that is not taken
     * calmly.
     */
    static void run(long count, long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            byte[] input = input(seed);
            long start = cpuNanos();
            try {
                judge(TopologyReader.read("fuzz.json", input), input);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed + " got through: " + e, e);
            }
            Duration took = Duration.ofNanos(cpuNanos() - start);
            if (took.compareTo(LONGEST) > 0) {
                throw new AssertionError("seed " + seed + " took " + took + " of CPU");
            }
        }
    }

    /** Time of this thread alone: a busy machine is no fault of the reader. */
    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void judge(ReadResult result, byte[] input) {
        switch (result) {
            case ReadResult.Good good -> TopologyWriter.write(good.drawing());
            case ReadResult.Bad bad -> {
                boolean told = !bad.faults().isEmpty()
                        && bad.faults().stream()
                                .allMatch(f -> !f.message().toString().isBlank()
                                        && !f.hint().toString().isBlank());
                if (!told) {
                    throw new IllegalStateException(
                            "refused without a word: " + new String(input, StandardCharsets.UTF_8));
                }
            }
        }
    }

    static byte[] input(long seed) {
        Random random = new Random(seed);
        byte[] bytes = TopologyWriter.write(Drawings.of(random.nextInt(200))).getBytes(StandardCharsets.UTF_8);
        int wounds = 1 + random.nextInt(4);
        for (int i = 0; i < wounds && bytes.length > 2; i++) {
            bytes = wounded(bytes, random);
        }
        return bytes;
    }

    private static byte[] wounded(byte[] b, Random random) {
        int at = random.nextInt(b.length);
        int to = at + random.nextInt(Math.min(b.length - at, 60) + 1);
        byte[] nasty = NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(b, at, random);
            case 1 -> Arrays.copyOf(b, at);
            case 2 -> joined(b, at, new byte[0], to);
            case 3 -> joined(b, to, Arrays.copyOfRange(b, at, to), to);
            case 4 -> joined(b, at, nasty, at);
            default -> joined(b, at, nasty, to);
        };
    }

    private static byte[] flipped(byte[] b, int at, Random random) {
        byte[] out = b.clone();
        out[at] ^= (byte) (1 << random.nextInt(8));
        return out;
    }

    private static byte[] joined(byte[] b, int end, byte[] middle, int start) {
        byte[] out = Arrays.copyOf(b, end + middle.length + b.length - start);
        System.arraycopy(middle, 0, out, end, middle.length);
        System.arraycopy(b, start, out, end + middle.length, b.length - start);
        return out;
    }

    public static void main(String[] args) {
        run(Long.parseLong(args[0]), args.length > 1 ? Long.parseLong(args[1]) : 1);
    }
}
