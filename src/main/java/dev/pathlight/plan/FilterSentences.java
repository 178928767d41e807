package dev.pathlight.plan;

import dev.pathlight.plan.FilterRule.Action;
import dev.pathlight.plan.FilterRule.Match;
import dev.pathlight.topology.Texts;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says steps about nftables in words. */
final class FilterSentences {
    private FilterSentences() {}

    static Texts chain(FilterChain c, String in) {
        String hook = c.hook().name().toLowerCase(Locale.ROOT);
        String kind = c.type() == FilterChain.Type.NAT ? "translate addresses" : "filter packets";
        String kindZh = c.type() == FilterChain.Type.NAT ? "转换地址" : "过滤报文";
        return Sentences.texts(
                "Let " + in + " " + kind + " at " + hook + (c.drops() ? ", dropping what no rule accepts" : ""),
                "让 " + in + " 在 " + hook + " 处" + kindZh + (c.drops() ? "，丢弃没有规则放行的报文" : ""));
    }

    static Texts rule(NetOp.AddFilterRule r, String in) {
        FilterRule rule = r.rule();
        String what = matches(rule, true);
        String whatZh = matches(rule, false);
        String whatEn = what.isEmpty() ? "every packet" : "what " + what;
        String subjectZh = whatZh.isEmpty() ? "所有报文" : whatZh + "的报文";
        String at = " in " + in + " (" + r.chain() + ")";
        String atZh = "在 " + in + " 中（" + r.chain() + "）";
        return switch (rule.action()) {
            case Action.Accept a -> Sentences.texts("Accept " + whatEn + at, atZh + "放行" + subjectZh);
            case Action.Drop a -> Sentences.texts("Drop " + whatEn + at, atZh + "丢弃" + subjectZh);
            case Action.Reject a -> Sentences.texts("Reject " + whatEn + at, atZh + "拒绝" + subjectZh);
            case Action.Masquerade a -> Sentences.texts("Masquerade " + whatEn + at, atZh + "对" + subjectZh + "做源地址伪装");
            case Action.Redirect a -> {
                String to = (a.to().v6() ? "[" + a.to() + "]" : a.to().toString()) + ":" + a.port();
                yield Sentences.texts("Lead " + whatEn + " to " + to + at, atZh + "把" + subjectZh + "转到 " + to);
            }
            case Action.Follow a -> Sentences.texts("Follow " + whatEn + at, atZh + "跟踪" + subjectZh);
        };
    }

    private static String matches(FilterRule rule, boolean english) {
        return rule.matches().stream()
                .map(m -> english ? english(m) : chinese(m))
                .collect(Collectors.joining(english ? ", " : "、"));
    }

    private static String english(Match match) {
        return switch (match) {
            case Match.Address m ->
                (m.source() ? "comes from " : "goes to ") + (m.not() ? "outside " : "") + m.network();
            case Match.Family m -> "is IPv" + (m.v6() ? 6 : 4);
            case Match.Protocol m -> "is " + m.name();
            case Match.Port m -> "goes to " + m.protocol() + " port " + m.port();
            case Match.Device m ->
                (m.in() ? "comes in by " : "leaves by ") + (m.not() ? "any interface but " : "") + m.name();
            case Match.ToLocal m -> "goes to an address of its own";
            case Match.States m -> "belongs to a connection that is " + String.join(" or ", m.any());
            case Match.Redirected m -> "was led elsewhere";
            case Match.AtMost m -> "is within " + m.perSecond() + " packets a second";
        };
    }

    private static String chinese(Match match) {
        return switch (match) {
            case Match.Address m -> (m.source() ? "来自 " : "去往 ") + m.network() + (m.not() ? " 之外" : "");
            case Match.Family m -> "IPv" + (m.v6() ? 6 : 4);
            case Match.Protocol m -> m.name();
            case Match.Port m -> "去往 " + m.protocol() + " 端口 " + m.port();
            case Match.Device m -> (m.not() ? "不" : "") + (m.in() ? "从 " : "由 ") + m.name() + (m.in() ? " 进入" : " 发出");
            case Match.ToLocal m -> "去往本机地址";
            case Match.States m -> "连接状态为 " + String.join(" 或 ", m.any());
            case Match.Redirected m -> "目的地址已转换";
            case Match.AtMost m -> "每秒不超过 " + m.perSecond() + " 个";
        };
    }
}
