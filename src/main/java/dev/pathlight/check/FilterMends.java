package dev.pathlight.check;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts right what is translated and filtered, and the ports that containers listen on. */
final class FilterMends {
    private static final int LAST_PORT = 65_535;

    private FilterMends() {}

    static List<Mend> of(Place at) {
        return switch (at.finding().rule()) {
            case "port-taken" -> listen(at);
            case "publish-repeated" -> publish(at);
            case "masquerade-families-mixed", "masquerade-of-nothing" -> exception(at);
            case "filter-device-unknown" -> at.index("masquerade") >= 0 ? device(at) : rule(at);
            default -> rule(at);
        };
    }

    private static List<Mend> rule(Place at) {
        Firewall.Rule r = at.stack().firewall().rules().get(at.index("rules"));
        boolean in = at.isAt("in");
        return switch (at.finding().rule()) {
            case "filter-port-needs-protocol" ->
                changed(at, Sentence.of("Let it be of TCP"), with(r, Optional.of("tcp"), r.comment()));
            case "filter-comment" -> changed(at, Sentence.of("Leave the comment out"), with(r, r.protocol(), ""));
            default ->
                changed(
                        at,
                        Sentence.of("Leave the device out"),
                        r.withDevices(in ? Optional.empty() : r.in(), in ? r.out() : Optional.empty()));
        };
    }

    private static Firewall.Rule with(Firewall.Rule r, Optional<String> protocol, String comment) {
        return new Firewall.Rule(
                r.hook(),
                r.verdict(),
                r.source(),
                r.destination(),
                protocol,
                r.port(),
                r.in(),
                r.out(),
                r.states(),
                comment);
    }

    private static List<Mend> changed(Place at, Sentence name, Firewall.Rule next) {
        Firewall f = at.stack().firewall();
        return at.mend(
                name, new Edit.SetFirewall(at.space(), f.withRules(Place.with(f.rules(), at.index("rules"), next))));
    }

    private static List<Mend> device(Place at) {
        Nat.Masquerade m = at.stack().nat().masquerades().get(at.index("masquerade"));
        return masquerade(at, Sentence.of("Leave the device out"), m.withExceptOut(Optional.empty()));
    }

    private static List<Mend> exception(Place at) {
        Nat.Masquerade m = at.stack().nat().masquerades().get(at.index("masquerade"));
        int index = at.index("except_to");
        Cidr wrong = m.exceptTo().get(index);
        return masquerade(
                at,
                Sentence.of("Take {0} out", wrong),
                new Nat.Masquerade(m.source(), m.exceptOut(), Place.without(m.exceptTo(), index)));
    }

    private static List<Mend> masquerade(Place at, Sentence name, Nat.Masquerade next) {
        Nat n = at.stack().nat();
        return at.mend(
                name,
                new Edit.SetNat(
                        at.space(),
                        new Nat(Place.with(n.masquerades(), at.index("masquerade"), next), n.portMappings())));
    }

    private static List<Mend> publish(Place at) {
        Nat n = at.stack().nat();
        int index = at.index("publish");
        Nat.PortMapping p = n.portMappings().get(index);
        Set<Integer> taken = new HashSet<>();
        n.portMappings().forEach(m -> taken.add(m.hostPort()));
        return free(p.hostPort(), taken).stream()
                .mapToObj(port -> new Mend(
                        Sentence.of("Use port {0}", port),
                        new Edit.SetNat(
                                at.space(),
                                new Nat(
                                        n.masquerades(),
                                        Place.with(
                                                n.portMappings(),
                                                index,
                                                new Nat.PortMapping(
                                                        p.protocol(), p.hostAddress(), port, p.to(), p.toPort()))))))
                .toList();
    }

    private static List<Mend> listen(Place at) {
        Container c = at.stack().containers().get(at.index("containers"));
        int index = at.index("listens");
        Container.Listen l = c.listens().get(index);
        Set<Integer> taken = new HashSet<>();
        at.stack().containers().forEach(x -> x.listens().forEach(y -> taken.add(y.port())));
        return free(l.port(), taken).stream()
                .mapToObj(port -> new Mend(
                        Sentence.of("Use port {0}", port),
                        new Edit.SetContainer(
                                at.space(),
                                c.withListens(
                                        Place.with(c.listens(), index, new Container.Listen(l.protocol(), port))))))
                .toList();
    }

    private static OptionalInt free(int from, Set<Integer> taken) {
        return IntStream.rangeClosed(from, LAST_PORT)
                .filter(p -> !taken.contains(p))
                .findFirst();
    }
}
