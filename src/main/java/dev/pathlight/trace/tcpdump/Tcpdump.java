package dev.pathlight.trace.tcpdump;

import dev.pathlight.live.Sighting;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes packets as {@code tcpdump -ne} does (4.99), listening at one interface: it remembers where each TCP conversation
 * began, to count from there. What it cannot write as tcpdump would, it writes shorter, never otherwise.
 */
public final class Tcpdump {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private final ZoneId zone;
    private final EthernetText ethernet = new EthernetText();

    /** @param zone whose time of day is written, as tcpdump writes the machine's */
    public Tcpdump(ZoneId zone) {
        this.zone = zone;
    }

    /** A line, or several where a packet is carried in another. */
    public String line(Sighting s) {
        return line(s.nanos(), s.length(), s.bytes());
    }

    /**
     * @param nanos ns since 1970
     * @param length bytes on the wire
     * @param bytes the frame from its Ethernet header on
     */
    public String line(long nanos, int length, byte[] bytes) {
        String time = TIME.withZone(zone).format(Instant.ofEpochSecond(0, nanos));
        return time + " " + ethernet.of(new Slice(bytes, 0, bytes.length), length);
    }
}
