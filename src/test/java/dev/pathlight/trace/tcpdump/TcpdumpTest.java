package dev.pathlight.trace.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against tcpdump itself, over the same packets. {@code network.pcap} is what a real kernel sent through a router: ARP, pings,
 * errors of every kind, fragments, UDP, HTTP, in IPv4 and IPv6, and a bridge's spanning tree. {@code made.pcap} was put
 * together by hand: VXLAN, a VLAN tag, padding, rare codes and options.
 */
class TcpdumpTest {
    private static final Path CAPTURES = Path.of("src/test/resources/dev/pathlight/trace/tcpdump");
    private static final Pattern LONGER_THAN_ITS_FRAME =
            Pattern.compile("\\[total length (\\d+) > length (\\d+)] \\(invalid\\) ");
    private static final int FILE_HEADER = 24;
    private static final int NONSENSE = 200_000;

    private record Packet(long nanos, int length, byte[] bytes) {}

    @ParameterizedTest
    @ValueSource(strings = {"network.pcap", "made.pcap"})
    void everyLineIsTheOneThatTcpdumpWrites(String capture) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/tcpdump")) || Files.isExecutable(Path.of("/usr/sbin/tcpdump")),
                "tcpdump is not installed: nothing to compare with");
        Tcpdump text = new Tcpdump(ZoneOffset.UTC);
        List<String> lines = packets(CAPTURES.resolve(capture)).stream()
                .flatMap(p -> text.line(p.nanos(), p.length(), p.bytes()).lines())
                .toList();

        assertThat(lines).containsExactlyElementsOf(tcpdump(CAPTURES.resolve(capture)));
    }

    @Test
    void whateverThePacketsSayALineIsWritten() throws Exception {
        Random random = new Random(11);
        List<Packet> seeds = new ArrayList<>(packets(CAPTURES.resolve("network.pcap")));
        seeds.addAll(packets(CAPTURES.resolve("made.pcap")));
        Tcpdump text = new Tcpdump(ZoneOffset.UTC);
        assertThatCode(() -> {
                    for (int i = 0; i < NONSENSE; i++) {
                        byte[] bytes = seeds.get(random.nextInt(seeds.size())).bytes();
                        byte[] broken = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                        for (int n = random.nextInt(4); n > 0 && broken.length > 0; n--) {
                            broken[random.nextInt(Math.min(80, broken.length))] = (byte) random.nextInt();
                        }
                        text.line(i, broken.length, broken);
                    }
                })
                .doesNotThrowAnyException();
    }

    private static List<Packet> packets(Path file) throws IOException {
        ByteBuffer pcap = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        pcap.position(FILE_HEADER);
        List<Packet> packets = new ArrayList<>();
        while (pcap.hasRemaining()) {
            long nanos = pcap.getInt() * 1_000_000_000L + pcap.getInt() * 1_000L;
            byte[] bytes = new byte[pcap.getInt()];
            int length = pcap.getInt();
            pcap.get(bytes);
            packets.add(new Packet(nanos, length, bytes));
        }
        return packets;
    }

    private static List<String> tcpdump(Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("tcpdump", "-ne", "-r", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TZ", "UTC");
        builder.environment().merge("PATH", "/usr/sbin:/usr/bin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines().map(TcpdumpTest::asBefore4995).toList();
    }

    /** Since 4.99.5 tcpdump says with both lengths that a packet is longer than its frame. */
    private static String asBefore4995(String line) {
        return LONGER_THAN_ITS_FRAME
                .matcher(line)
                .replaceAll(m -> "truncated-ip - " + (Integer.parseInt(m.group(1)) - Integer.parseInt(m.group(2)))
                        + " bytes missing! ");
    }
}
