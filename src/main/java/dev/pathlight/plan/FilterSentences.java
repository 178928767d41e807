package dev.pathlight.plan;

import dev.pathlight.plan.FilterRule.Action;
import dev.pathlight.plan.FilterRule.Match;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Locale;

/** Says steps about nftables in words. */
final class FilterSentences {
    private FilterSentences() {}

    static Sentence chain(FilterChain c, Object in) {
        Sentence said = Sentence.of(
                c.type() == FilterChain.Type.NAT
                        ? "Let {0} translate addresses at {1}"
                        : "Let {0} filter packets at {1}",
                in,
                c.hook().name().toLowerCase(Locale.ROOT));
        return c.drops() ? Sentence.of("{0}, dropping what no rule accepts", said) : said;
    }

    static Sentence rule(NetOp.AddFilterRule r, Object in) {
        List<Sentence> matches =
                r.rule().matches().stream().map(FilterSentences::match).toList();
        Sentence what =
                matches.isEmpty() ? Sentence.of("every packet") : Sentence.of("what {0}", Sentence.list(matches));
        return switch (r.rule().action()) {
            case Action.Accept a -> Sentence.of("Accept {0} in {1} ({2})", what, in, r.chain());
            case Action.Drop a -> Sentence.of("Drop {0} in {1} ({2})", what, in, r.chain());
            case Action.Reject a -> Sentence.of("Reject {0} in {1} ({2})", what, in, r.chain());
            case Action.Masquerade a -> Sentence.of("Masquerade {0} in {1} ({2})", what, in, r.chain());
            case Action.Redirect a -> {
                String to = (a.to().v6() ? "[" + a.to() + "]" : a.to().toString()) + ":" + a.port();
                yield Sentence.of("Lead {0} to {1} in {2} ({3})", what, to, in, r.chain());
            }
            case Action.Follow a -> Sentence.of("Follow {0} in {1} ({2})", what, in, r.chain());
        };
    }

    private static Sentence match(Match match) {
        return switch (match) {
            case Match.Address m
            when m.source() -> Sentence.of(m.not() ? "comes from outside {0}" : "comes from {0}", m.network());
            case Match.Address m -> Sentence.of(m.not() ? "goes to outside {0}" : "goes to {0}", m.network());
            case Match.Family m -> Sentence.of("is IPv{0}", m.v6() ? 6 : 4);
            case Match.Protocol m -> Sentence.of("is {0}", m.name());
            case Match.Port m -> Sentence.of("goes to {0} port {1}", m.protocol(), m.port());
            case Match.Device m
            when m.in() -> Sentence.of(m.not() ? "comes in by any interface but {0}" : "comes in by {0}", m.name());
            case Match.Device m -> Sentence.of(m.not() ? "leaves by any interface but {0}" : "leaves by {0}", m.name());
            case Match.ToLocal m -> Sentence.of("goes to an address of its own");
            case Match.States m -> Sentence.of("belongs to a connection that is {0}", either(m.any()));
            case Match.Redirected m -> Sentence.of("was led elsewhere");
            case Match.AtMost m -> Sentence.of("is within {0} packets a second", m.perSecond());
        };
    }

    private static Sentence either(List<String> words) {
        return words.stream()
                .map(Sentence::verbatim)
                .reduce((a, b) -> Sentence.of("{0} or {1}", a, b))
                .orElse(Sentence.verbatim(""));
    }
}
