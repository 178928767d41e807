package dev.pathlight.view;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.Flannel.Cni;
import dev.pathlight.view.ImportModel.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was read in a flannel configuration. */
final class ImportWords {
    private static final int SUBNETS = 3;

    private ImportWords() {}

    static List<Fact> facts(Flannel f, int nodes, Phrases phrases) {
        Cni cni = f.cni();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(phrases.say("import.fact.network"), f.range().network().toString()));
        facts.add(new Fact(phrases.say("import.fact.subnets"), subnets(f, nodes)));
        facts.add(new Fact(phrases.say("import.fact.backend"), backend(f.backend(), phrases)));
        facts.add(new Fact(
                phrases.say("import.fact.chain"),
                "flannel → bridge " + cni.bridge() + (cni.portmap() ? " → portmap" : "")));
        facts.add(new Fact(phrases.say("import.fact.bridge"), bridge(cni, phrases)));
        facts.add(new Fact(phrases.say("import.fact.masquerade"), masquerade(f, phrases)));
        cni.mtu().ifPresent(m -> facts.add(new Fact("MTU", Integer.toString(m))));
        return facts;
    }

    private static String subnets(Flannel f, int nodes) {
        List<Cidr> some = f.range().subnets().limit(SUBNETS + 1L).toList();
        int shown = Math.min(SUBNETS, Math.max(1, nodes));
        String names = some.stream().limit(shown).map(Cidr::toString).collect(Collectors.joining(", "));
        return some.size() > shown && nodes > shown ? names + " …" : names;
    }

    private static String backend(Backend backend, Phrases phrases) {
        return switch (backend) {
            case Backend.HostGw gw -> phrases.say("import.hostgw");
            case Backend.Vxlan v -> phrases.say("import.vxlan", v.vni(), v.udpPort());
        };
    }

    private static String bridge(Cni cni, Phrases phrases) {
        return Stream.of(
                        phrases.say(cni.defaultGateway() ? "import.gateway" : "import.nogateway"),
                        phrases.say(cni.hairpin() ? "import.hairpin" : "import.nohairpin"))
                .collect(Collectors.joining(", "));
    }

    private static String masquerade(Flannel f, Phrases phrases) {
        List<String> who = new ArrayList<>();
        if (f.cni().masquerade()) {
            who.add(phrases.say("import.flanneld", f.range().network()));
        }
        if (f.cni().bridgeMasquerade()) {
            who.add(phrases.say("import.ipmasq"));
        }
        return who.isEmpty() ? phrases.say("import.nobody") : String.join("; ", who);
    }
}
