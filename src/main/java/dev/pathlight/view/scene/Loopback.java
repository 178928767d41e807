package dev.pathlight.view.scene;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.view.Dot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of packets on lo: from one container's box to another's, past the namespace's lo. Whose a packet is follows from the
 * port that a container listens on, or from what somebody had them say; where neither tells, it goes to lo and no further.
 */
final class Loopback {
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REQUEST_V6 = 128;

    private final Scene scene;

    Loopback(Scene scene) {
        this.scene = scene;
    }

    /** What of a packet tells whose it is; ports 0 where it has none. */
    private record Mark(boolean echoRequest, int source, int target) {}

    private record Ends(Optional<Frame> from, Optional<Frame> to) {
        Ends turned() {
            return new Ends(to, from);
        }
    }

    /** Empty when the dot is not on a lo that is drawn. */
    Optional<Track> track(Dot dot, Optional<Talk> talk) {
        List<Hop> hops = dot.journey().hops();
        Hop at = hops.get(dot.from());
        Optional<Frame> lo = scene.frame(at.port().toString()).filter(f -> f.kind() == Frame.Kind.LOOPBACK);
        if (lo.isEmpty() || !hops.get(dot.to()).port().equals(at.port())) {
            return Optional.empty();
        }
        Ends ends = ends(at.port().space(), mark(at.bytes()), talk);
        Pt middle = new Pt(lo.get().rect().cx(), lo.get().rect().cy());
        if (dot.from() == dot.to()) {
            Optional<Frame> rests = at.direction() == Direction.OUT ? ends.from() : ends.to();
            return Optional.of(new Track(List.of(rests.map(Loopback::foot).orElse(middle))));
        }
        List<Pt> points = new ArrayList<>();
        ends.from().ifPresent(f -> {
            points.add(foot(f));
            points.add(new Pt(f.rect().cx(), middle.y()));
        });
        points.add(middle);
        ends.to().ifPresent(f -> {
            points.add(new Pt(f.rect().cx(), middle.y()));
            points.add(foot(f));
        });
        return Optional.of(new Track(points));
    }

    private static Pt foot(Frame container) {
        return new Pt(container.rect().cx(), container.rect().bottom());
    }

    private Ends ends(SpaceId space, Mark mark, Optional<Talk> talk) {
        Optional<Talk> here = talk.filter(t -> t.from().startsWith(space + "/")
                && t.to().startsWith(space + "/")
                && (t.port() == 0
                        ? mark.target() == 0
                        : t.port() == mark.target() || t.port() == mark.source() || mark.target() == 0));
        if (here.isPresent()) {
            Talk t = here.get();
            Ends ends = new Ends(scene.frame(t.from()), scene.frame(t.to()));
            boolean asks = t.port() == 0 ? mark.echoRequest() : mark.target() == t.port();
            return asks ? ends : ends.turned();
        }
        Optional<Frame> target = listener(space, mark.target());
        return target.isPresent()
                ? new Ends(other(space, target.get()), target)
                : listener(space, mark.source())
                        .map(f -> new Ends(Optional.of(f), other(space, f)))
                        .orElse(new Ends(Optional.empty(), Optional.empty()));
    }

    private Optional<Frame> listener(SpaceId space, int port) {
        return containers(space).stream()
                .filter(c -> port != 0 && c.listens().stream().anyMatch(l -> l.port() == port))
                .findFirst()
                .flatMap(c -> scene.frame(space + "/" + c.name()));
    }

    /** Of two it is the other one; of more nobody can tell. */
    private Optional<Frame> other(SpaceId space, Frame one) {
        List<Frame> others = containers(space).stream()
                .flatMap(c -> scene.frame(space + "/" + c.name()).stream())
                .filter(f -> !f.path().equals(one.path()))
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    private List<Container> containers(SpaceId space) {
        return scene.topology().find(space).map(n -> n.containers()).orElse(List.of());
    }

    /** Reads IPv4 or IPv6 behind an Ethernet header; what is shorter or other has no mark. */
    private static Mark mark(byte[] b) {
        Mark none = new Mark(false, 0, 0);
        if (b.length < 54) {
            return b.length >= 42 && u16(b, 12) == 0x0800 ? mark(b, b[23] & 0xff, 14 + (b[14] & 15) * 4) : none;
        }
        return switch (u16(b, 12)) {
            case 0x0800 -> mark(b, b[23] & 0xff, 14 + (b[14] & 15) * 4);
            case 0x86dd -> mark(b, b[20] & 0xff, 54);
            default -> none;
        };
    }

    private static Mark mark(byte[] b, int protocol, int at) {
        if (at + 4 > b.length) {
            return new Mark(false, 0, 0);
        }
        int type = b[at] & 0xff;
        return protocol == ICMP || protocol == ICMPV6
                ? new Mark(type == (protocol == ICMP ? ECHO_REQUEST : ECHO_REQUEST_V6), 0, 0)
                : new Mark(false, u16(b, at), u16(b, at + 2));
    }

    private static int u16(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }
}
