package dev.pathlight.trace;

import dev.pathlight.live.FilterNews;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.TraceRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the kernels reported of packets on their way through filter rules: which rule dropped one, which rules decided its
 * translation.
 */
final class Verdicts {
    private static final int REMEMBERED = 8192;
    private static final int ETHERNET = 14;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;

    /** NF_DROP and NF_ACCEPT of {@code linux/netfilter.h}. */
    private static final int NF_DROP = 0;

    private static final int NF_ACCEPT = 1;

    private record Traced(SpaceId space, int id) {}

    private record Here(SpaceId space, Flow flow) {}

    /** A packet that was dropped, by the rule or policy that said so. */
    record Drop(SpaceId space, Frame packet, TraceRow by, long nanos) {}

    /** A packet that a rule let pass the rest of its chain. */
    private record Accepted(Frame packet, TraceRow by) {}

    private final Map<Here, List<Accepted>> accepted = bounded();
    private final Map<Traced, Frame> packets = bounded();
    private final Map<Here, List<Drop>> drops = bounded();
    /** Neighbour discovery's messages, which are of no connection. */
    private final Map<SpaceId, List<Drop>> discovery = bounded();
    /** The rules that a flow's packets met in chains that translate. */
    private final Map<Here, List<TraceRow>> rules = bounded();

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /**
     * Takes a report in.
     *
     * @param translates whether a report is about a rule that translates
     * @return the flow whose packets it concerns; empty when it decides nothing
     */
    Optional<Flow> add(FilterNews.Judged news, Predicate<TraceRow> translates) {
        TraceRow trace = news.trace();
        Traced traced = new Traced(news.space(), trace.id());
        if (trace.packet().length > 0) {
            packets.put(traced, frame(trace.packet()));
        }
        Optional<Frame> packet = Optional.ofNullable(packets.get(traced));
        Optional<Flow> flow = packet.flatMap(Flow::of);
        boolean drops = trace.kind() != TraceRow.Kind.RETURN && trace.verdict() == NF_DROP;
        if (packet.isEmpty() || flow.isEmpty()) {
            packet.filter(p -> drops && Discovery.isMessage(p))
                    .ifPresent(p -> put(discovery, news.space(), new Drop(news.space(), p, trace, news.nanos())));
            return Optional.empty();
        }
        Here here = new Here(news.space(), flow.get());
        if (drops) {
            put(this.drops, here, new Drop(news.space(), packet.get(), trace, news.nanos()));
            return flow;
        }
        if (trace.kind() == TraceRow.Kind.RULE && translates.test(trace)) {
            put(rules, here, trace);
        } else if (trace.kind() == TraceRow.Kind.RULE && trace.verdict() == NF_ACCEPT) {
            put(accepted, here, new Accepted(packet.get(), trace));
        }
        return Optional.empty();
    }

    private static <K, V> void put(Map<K, List<V>> into, K key, V value) {
        List<V> list = new ArrayList<>(into.getOrDefault(key, List.of()));
        list.add(value);
        into.remove(key);
        into.put(key, list.size() > 64 ? list.subList(list.size() - 64, list.size()) : list);
    }

    /** The kernel reports from the network header on; the link's is not needed. */
    private static Frame frame(byte[] packet) {
        byte[] bytes = new byte[ETHERNET + packet.length];
        System.arraycopy(packet, 0, bytes, ETHERNET, packet.length);
        int type = packet[0] >> 4 == 6 ? IPV6 : IPV4;
        bytes[12] = (byte) (type >> 8);
        bytes[13] = (byte) type;
        return new Frame(bytes);
    }

    /** The rules that decided the translation of a connection whose first packet looked like one of these. */
    List<TraceRow> rules(SpaceId space, List<Flow> flows) {
        return flows.stream()
                .distinct()
                .flatMap(f -> rules.getOrDefault(new Here(space, f), List.of()).stream())
                .distinct()
                .toList();
    }

    /** What dropped this very packet in a namespace. */
    Optional<Drop> drop(SpaceId space, Frame packet, Translations translations) {
        if (drops.isEmpty()) {
            return Optional.empty();
        }
        List<Flow> looks = new ArrayList<>();
        Flow.of(packet).ifPresent(looks::add);
        translations.coming(space, packet).ifPresent(p -> looks.addAll(List.of(p.routed(), p.after())));
        return looks.stream()
                .flatMap(f -> drops.getOrDefault(new Here(space, f), List.of()).stream())
                .filter(d -> isSame(d.packet(), packet))
                .findFirst();
    }

    /** The rules of a namespace that let this very packet pass their chains. */
    List<TraceRow> accepted(SpaceId space, Frame packet, Translations translations) {
        if (accepted.isEmpty()) {
            return List.of();
        }
        List<Flow> looks = new ArrayList<>();
        Flow.of(packet).ifPresent(looks::add);
        translations
                .coming(space, packet)
                .or(() -> translations.gone(space, packet))
                .ifPresent(p -> looks.addAll(List.of(p.before(), p.routed(), p.after())));
        return looks.stream()
                .distinct()
                .flatMap(f -> accepted.getOrDefault(new Here(space, f), List.of()).stream())
                .filter(a -> isSame(a.packet(), packet))
                .map(Accepted::by)
                .distinct()
                .toList();
    }

    /** What a namespace's kernel dropped of what it would have sent itself. */
    Optional<Drop> drop(SpaceId space, Predicate<Frame> packet, long sinceNanos) {
        return drops.entrySet().stream()
                .filter(e -> e.getKey().space().equals(space))
                .flatMap(e -> e.getValue().stream())
                .filter(d -> d.nanos() >= sinceNanos && packet.test(d.packet()))
                .reduce((first, second) -> second);
    }

    /** The question for a neighbour, or its answer, that a namespace's kernel dropped. */
    Optional<Drop> discovery(SpaceId space, IpAddress neighbour, boolean answer, long sinceNanos) {
        return discovery.getOrDefault(space, List.of()).stream()
                .filter(d -> d.nanos() >= sinceNanos
                        && Discovery.isAnswer(d.packet()) == answer
                        && isAbout(neighbour, d.packet(), answer))
                .reduce((first, second) -> second);
    }

    /**
     * The kernel reports 20 bytes from the transport's header on, four less than tell the subject whole: so by its addresses. An
     * answer comes from its subject; a question goes to it, or to the group that its last 24 bits name (RFC 4291, 2.7.1).
     */
    private static boolean isAbout(IpAddress neighbour, Frame packet, boolean answer) {
        return answer
                ? packet.from().equals(neighbour)
                : packet.to().equals(neighbour)
                        || packet.to().high() >>> 56 == 0xff
                                && (packet.targetLow() & 0xff_ffff) == (neighbour.low() & 0xff_ffff);
    }

    /** Of packets of one flow: same identification, same length, same first bytes behind ports and checksum. */
    private static boolean isSame(Frame a, Frame b) {
        return a.datagram() == b.datagram() && a.length() == b.length() && sequence(a) == sequence(b);
    }

    /** TCP's sequence number, an echo's sequence number; 0 for others. */
    private static long sequence(Frame f) {
        if (f.protocol() == Frame.TCP) {
            return f.hasTransport(8) ? Octets.u32(f.bytes(), f.transport() + 4) : 0;
        }
        return EchoMessage.in(f).map(EchoMessage::sequence).orElse(0);
    }
}
