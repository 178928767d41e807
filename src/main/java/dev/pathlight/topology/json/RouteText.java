package dev.pathlight.topology.json;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import java.util.Optional;

/** How a route's destination is written: a network, or "default", whose family its gateway tells. */
final class RouteText {
    static final String DEFAULT = "default";
    /** Beyond this, a sysctl's number is written as text: JSON tools would round it. */
    static final long SYSCTL = 999_999_999_999_999L;

    private RouteText() {}

    /** What "default" means beside these: the family of the gateway, else of the source address, else IPv4. */
    static String anywhere(Optional<IpAddress> via, Optional<IpAddress> source) {
        boolean v6 = via.or(() -> source).map(IpAddress::v6).orElse(false);
        return v6 ? "::/0" : "0.0.0.0/0";
    }

    static Optional<Sentence> problem(String text) {
        return Cidr.problem(text).or(() -> hostBits(Cidr.parse(text)));
    }

    private static Optional<Sentence> hostBits(Cidr to) {
        return to.equals(to.network())
                ? Optional.empty()
                : Optional.of(Sentence.of("{0} has host bits; the network is {1}", to, to.network()));
    }

    static String write(Route route) {
        String network = route.destination().toString();
        return network.equals(anywhere(route.via(), route.source())) ? DEFAULT : network;
    }
}
