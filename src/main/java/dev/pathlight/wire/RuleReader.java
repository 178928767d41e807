package dev.pathlight.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a rule and says it as nft would. An expression that nobody here knows stands in brackets, so that no rule is left
 * out.
 */
final class RuleReader {
    private final String family;
    private final RuleWords words;
    private final Map<Integer, RuleValue> registers = new HashMap<>();
    private final Map<Integer, byte[]> constants = new HashMap<>();
    /** Registers that were loaded and not asked yet, in their order. */
    private final Set<Integer> waiting = new LinkedHashSet<>();
    /** What a map's answer in a register is called. */
    private final Map<Integer, String> mapped = new HashMap<>();

    private String table = "";
    private String chain = "";
    private long handle;
    private long packets = -1;
    private long bytes = -1;
    private RuleRow.Effect effect = RuleRow.Effect.OTHER;
    private String comment = "";

    RuleReader(String family) {
        this.family = family;
        this.words = new RuleWords(family);
    }

    RuleRow read(AttributeReader a) {
        while (a.next()) {
            switch (a.type()) {
                case Nftables.NFTA_RULE_TABLE -> table = a.string();
                case Nftables.NFTA_RULE_CHAIN -> chain = a.string();
                case Nftables.NFTA_RULE_HANDLE -> handle = a.big64();
                case Nftables.NFTA_RULE_EXPRESSIONS -> expressions(a.nested());
                case Nftables.NFTA_RULE_USERDATA -> comment = comment(a.payload());
                default -> {}
            }
        }
        if (!comment.isEmpty()) {
            words.say("comment \"" + comment + "\"");
        }
        return new RuleRow(family, table, chain, handle, words.text(), effect, packets, bytes);
    }

    private static String comment(byte[] userdata) {
        int length = userdata.length > 2 ? userdata[1] & 0xff : 0;
        boolean whole = length > 0 && userdata[0] == Nftables.UDATA_COMMENT && length + 2 <= userdata.length;
        return whole ? new String(userdata, 2, length - 1, StandardCharsets.UTF_8) : "";
    }

    private void expressions(AttributeReader list) {
        while (list.next()) {
            AttributeReader e = list.nested();
            String name = "";
            while (e.next()) {
                if (e.type() == Nftables.NFTA_EXPR_NAME) {
                    name = e.string();
                } else if (e.type() == Nftables.NFTA_EXPR_DATA) {
                    expression(name, new Parts(e.nested()));
                    name = "";
                }
            }
            if (!name.isEmpty()) {
                expression(name, new Parts(e));
            }
        }
    }

    /** An expression's attributes by number. */
    static final class Parts {
        private final Map<Integer, byte[]> parts = new HashMap<>();

        Parts(AttributeReader a) {
            while (a.next()) {
                parts.put(a.type(), a.payload());
            }
        }

        boolean has(int type) {
            return parts.containsKey(type);
        }

        byte[] bytes(int type) {
            return parts.getOrDefault(type, new byte[0]);
        }

        /** In network order, of up to 8 bytes; 0 when it is not there. */
        long number(int type) {
            byte[] b = bytes(type);
            long value = 0;
            for (int i = 0; i < Math.min(8, b.length); i++) {
                value = value << 8 | b[i] & 0xff;
            }
            return value;
        }

        int small(int type) {
            return (int) number(type);
        }

        String string(int type) {
            return new String(bytes(type), StandardCharsets.UTF_8).replaceFirst("\0.*$", "");
        }

        /** The parts nested in one. */
        Parts inside(int type) {
            byte[] b = bytes(type);
            return new Parts(new AttributeReader(b, 0, b.length));
        }
    }

    private void expression(String name, Parts p) {
        switch (name) {
            case "meta" -> meta(p);
            case "payload" -> load(p.small(1), words.payload(p.small(2), p.small(3), p.small(4)));
            case "ct" -> tracked(p);
            case "fib" -> load(p.small(1), RuleValue.fib(p.small(2), p.small(3)));
            case "bitwise" -> bitwise(p);
            case "cmp" -> compare(p);
            case "range" ->
                say(
                        p.small(1),
                        v -> (p.small(2) == Expression.NEQ ? "!= " : "") + v.value(value(p, 3)) + "-"
                                + v.value(value(p, 4)));
            case "lookup" -> lookup(p);
            case "immediate" -> immediate(p);
            case "counter" -> {
                bytes = p.number(1);
                packets = p.number(2);
                words.say("counter");
            }
            case "limit" -> words.say(RuleWords.limit(p));
            case "log" -> words.say(p.has(2) ? "log prefix \"" + p.string(2) + "\"" : "log");
            default -> outcome(name, p);
        }
    }

    private void outcome(String name, Parts p) {
        switch (name) {
            case "masq" -> translates("masquerade");
            case "redir" ->
                translates("redirect" + port(p, 1).map(t -> " to :" + t).orElse(""));
            case "nat" -> translates(nat(p));
            case "reject" -> {
                effect = RuleRow.Effect.REJECTS;
                words.say(RuleWords.reject(p.small(1), p.small(2), family));
            }
            case "target" -> {
                String target = p.string(1);
                boolean nat = target.endsWith("NAT") || target.equals("MASQUERADE") || target.equals("REDIRECT");
                effect = nat ? RuleRow.Effect.TRANSLATES : target.equals("REJECT") ? RuleRow.Effect.REJECTS : effect;
                words.say("xt target \"" + target + "\"");
            }
            case "match" -> words.say("xt match \"" + p.string(1) + "\"");
            default -> words.say("[" + name + "]");
        }
    }

    private void translates(String statement) {
        effect = RuleRow.Effect.TRANSLATES;
        words.say(statement);
    }

    private void meta(Parts p) {
        if (p.has(3)) {
            byte[] value = constants.getOrDefault(p.small(3), new byte[0]);
            RuleValue key = RuleValue.meta(p.small(2));
            words.say("meta " + key.name().replaceFirst("^meta ", "") + " set " + key.value(value));
        } else {
            load(p.small(1), RuleValue.meta(p.small(2)));
        }
    }

    private void tracked(Parts p) {
        RuleValue key = RuleValue.ct(p.small(2));
        if (p.has(4)) {
            words.say(key.name() + " set " + key.value(constants.getOrDefault(p.small(4), new byte[0])));
        } else {
            load(p.small(1), key);
        }
    }

    private void load(int register, RuleValue value) {
        registers.put(register, value);
        waiting.remove(register);
        waiting.add(register);
    }

    private void bitwise(Parts p) {
        RuleValue value = registers.get(p.small(1));
        if (value != null) {
            registers.put(p.small(2), value.masked(value(p, 4)));
        }
    }

    private static byte[] value(Parts p, int type) {
        return p.inside(type).bytes(Nftables.NFTA_DATA_VALUE);
    }

    private void compare(Parts p) {
        waiting.clear();
        RuleValue key = registers.get(p.small(1));
        byte[] value = value(p, 3);
        if (key == null) {
            words.say("[cmp]");
        } else if (key.asksForBits(p.small(2), value)) {
            words.match(key, key.bits());
        } else {
            int op = p.small(2);
            String not = op >= 0 && op < Expression.CMP.size() ? Expression.CMP.get(op) : "";
            words.compare(key, not, value);
        }
    }

    private interface Saying {
        String of(RuleValue v);
    }

    private void say(int register, Saying saying) {
        waiting.clear();
        RuleValue v = registers.get(register);
        if (v == null) {
            words.say("[range]");
        } else {
            words.match(v, saying.of(v));
        }
    }

    /** A set asks whether the value is in it; a map has a verdict for it, or an address or port to go to. */
    private void lookup(Parts p) {
        boolean isMap = p.has(3);
        String set = (p.small(5) == 1 ? "!= " : "") + "@" + p.string(1);
        RuleValue key = keys(p.small(2));
        if (isMap && p.small(3) != 0) {
            mapped.put(p.small(3), key.name() + " map " + set);
        } else {
            words.match(key, (isMap ? "vmap " : "") + set);
        }
    }

    /** Several values may be looked up as one: each waits in a register behind the other's. */
    private RuleValue keys(int first) {
        List<RuleValue> all =
                waiting.stream().map(registers::get).filter(Objects::nonNull).toList();
        waiting.clear();
        if (all.size() > 1) {
            String name = all.stream().map(RuleValue::name).collect(Collectors.joining(" . "));
            return new RuleValue(name, RuleValue.Form.NUMBER);
        }
        return Optional.ofNullable(registers.get(first)).orElse(new RuleValue("[lookup]", RuleValue.Form.NUMBER));
    }

    private void immediate(Parts p) {
        Parts data = p.inside(2);
        if (!data.has(Nftables.NFTA_DATA_VERDICT)) {
            constants.put(p.small(1), data.bytes(Nftables.NFTA_DATA_VALUE));
            return;
        }
        Parts verdict = data.inside(Nftables.NFTA_DATA_VERDICT);
        int code = verdict.small(Nftables.NFTA_VERDICT_CODE);
        effect = code == Nftables.NF_DROP ? RuleRow.Effect.DROPS : effect;
        words.say(RuleWords.verdict(code, verdict.string(Nftables.NFTA_VERDICT_CHAIN)));
    }

    private String nat(Parts p) {
        String verb = p.small(1) == Expression.NAT_DNAT ? "dnat" : "snat";
        boolean v6 = p.small(2) == Nftables.NFPROTO_IPV6;
        String version = family.equals("inet") ? v6 ? " ip6" : " ip" : "";
        Optional<String> port = port(p, 5);
        String address = Optional.ofNullable(constants.get(p.small(3)))
                .map(b -> RuleValue.address(Arrays.copyOf(b, v6 ? 16 : 4)))
                .orElse(mapped.getOrDefault(p.small(3), ""));
        String host = v6 && port.isPresent() ? "[" + address + "]" : address;
        return verb + version + " to " + host + port.map(t -> ":" + t).orElse("");
    }

    private Optional<String> port(Parts p, int type) {
        return Optional.ofNullable(constants.get(p.small(type)))
                .filter(b -> p.has(type) && b.length >= 2)
                .map(b -> Integer.toString(ByteBuffer.wrap(b).getShort() & 0xffff));
    }
}
