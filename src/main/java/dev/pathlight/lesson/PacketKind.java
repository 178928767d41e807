package dev.pathlight.lesson;

import dev.pathlight.topology.Sentence;
import dev.pathlight.trace.Journey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a packet is, as far as lessons tell packets apart. */
public enum PacketKind {
    ECHO_REQUEST(Sentence.of("The echo request"), j -> j.what().contains(" echo request ")),
    ECHO_REPLY(Sentence.of("The echo reply"), j -> j.what().contains(" echo reply ")),
    /** ARP's request and IPv6's neighbour solicitation. */
    NEIGHBOUR_QUESTION(
            Sentence.of("The question who has the address"), j -> j.what().contains(" who has ")),
    NEIGHBOUR_ANSWER(Sentence.of("The answer who has the address"), PacketKind::isAnswer),
    TCP(Sentence.of("A TCP segment"), j -> j.protocol().equals("tcp")),
    UDP(Sentence.of("A UDP datagram"), j -> j.protocol().equals("udp"));

    private final Sentence said;
    private final Predicate<Journey> test;

    PacketKind(Sentence said, Predicate<Journey> test) {
        this.said = said;
        this.test = test;
    }

    private static boolean isAnswer(Journey j) {
        return (j.protocol().equals("arp") || j.what().startsWith("ND "))
                && j.what().contains(" is at ");
    }

    public boolean is(Journey journey) {
        return test.test(journey);
    }

    public static Optional<PacketKind> of(Journey journey) {
        return Arrays.stream(values()).filter(k -> k.is(journey)).findFirst();
    }

    /** As a lesson's file writes it: {@code echo-request}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(PacketKind::word).toList();
    }

    public static PacketKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As a sentence begins with it: {@code The echo request}. */
    public Sentence said() {
        return said;
    }
}
