package dev.pathlight.wire;

import dev.pathlight.plan.FilterRule;
import dev.pathlight.plan.FilterRule.Action;
import dev.pathlight.plan.FilterRule.Match;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes a rule as the kernel's expressions, just as nft would, so that nft lists it back as it was said. */
final class RuleWriter {
    /** NFT_REG_VERDICT, NFT_REG_1 and NFT_REG_2: what an expression loads, the next one looks at. */
    private static final int VERDICT = 0;

    private static final int REG_1 = 1;
    private static final int REG_2 = 2;

    private static final int IP_SOURCE = 12;
    private static final int IP_DESTINATION = 16;
    private static final int IP6_SOURCE = 8;
    private static final int IP6_DESTINATION = 24;
    private static final int DESTINATION_PORT = 2;
    private static final int RTN_LOCAL = 2;

    private final MessageWriter list;

    RuleWriter(MessageWriter list) {
        this.list = list;
    }

    void write(FilterRule rule) {
        Family family = new Family();
        rule.matches().forEach(m -> match(m, family));
        if (!(rule.action() instanceof Action.Follow)) {
            expression("counter", c -> {
                c.attribute(1, new byte[8]);
                c.attribute(2, new byte[8]);
            });
        }
        action(rule.action());
    }

    /** Asked for once in a rule, like nft. */
    private static final class Family {
        private boolean asked;
        private String transport = "";
    }

    private void match(Match match, Family said) {
        switch (match) {
            case Match.Address m -> address(m, said);
            case Match.Family m -> family(m.v6(), said);
            case Match.Protocol m -> transport(m.name(), said);
            case Match.Port m -> {
                transport(m.protocol(), said);
                payload(Expression.TRANSPORT, DESTINATION_PORT, 2);
                compare(big16(m.port()), false);
            }
            case Match.Device m -> {
                meta(m.in() ? Expression.META_IIFNAME : Expression.META_OIFNAME);
                compare(Arrays.copyOf(m.name().value().getBytes(StandardCharsets.UTF_8), 16), m.not());
            }
            case Match.ToLocal m -> {
                expression("fib", e -> {
                    number(e, 1, REG_1);
                    number(e, 2, Expression.FIB_ADDRTYPE);
                    number(e, 3, Expression.FIB_DADDR);
                });
                compare(host32(RTN_LOCAL), false);
            }
            case Match.States m -> bits(Expression.CT_STATE, states(m));
            case Match.Redirected m -> bits(Expression.CT_STATUS, Expression.IPS_DST_NAT);
            case Match.AtMost m -> limit(m.perSecond());
        }
    }

    private static int states(Match.States m) {
        return m.any().stream()
                .mapToInt(s -> 1 << Firewall.Rule.STATES.indexOf(s))
                .sum();
    }

    private void family(boolean v6, Family said) {
        if (!said.asked) {
            said.asked = true;
            meta(Expression.META_NFPROTO);
            compare(new byte[] {(byte) (v6 ? Nftables.NFPROTO_IPV6 : Nftables.NFPROTO_IPV4)}, false);
        }
    }

    private void transport(String name, Family said) {
        if (!said.transport.equals(name)) {
            said.transport = name;
            meta(Expression.META_L4PROTO);
            compare(new byte[] {(byte) Expression.protocol(name)}, false);
        }
    }

    /** A prefix of whole bytes is loaded as such; of another one the bits behind are masked. */
    private void address(Match.Address m, Family said) {
        Cidr network = m.network();
        boolean v6 = network.address().v6();
        family(v6, said);
        int offset = v6 ? m.source() ? IP6_SOURCE : IP6_DESTINATION : m.source() ? IP_SOURCE : IP_DESTINATION;
        byte[] bytes = network.address().bytes();
        if (network.prefix() % 8 == 0) {
            int whole = network.prefix() / 8;
            payload(Expression.NETWORK, offset, whole);
            compare(Arrays.copyOf(bytes, whole), m.not());
        } else {
            payload(Expression.NETWORK, offset, bytes.length);
            mask(mask(bytes.length, network.prefix()));
            compare(bytes, m.not());
        }
    }

    private static byte[] mask(int bytes, int prefix) {
        byte[] mask = new byte[bytes];
        for (int i = 0; i < prefix; i++) {
            mask[i / 8] |= (byte) (0x80 >> i % 8);
        }
        return mask;
    }

    /** Any of these bits of something connection tracking knows. */
    private void bits(int key, int any) {
        expression("ct", e -> {
            number(e, 1, REG_1);
            number(e, 2, key);
        });
        mask(host32(any));
        compare(host32(0), true);
    }

    private void limit(int perSecond) {
        expression("limit", e -> {
            e.attribute(1, big64(perSecond));
            e.attribute(2, big64(1));
            number(e, 3, perSecond);
            number(e, 4, 0);
            number(e, 5, 0);
        });
    }

    private void action(Action action) {
        switch (action) {
            case Action.Accept a -> verdict(Nftables.NF_ACCEPT);
            case Action.Drop a -> verdict(Nftables.NF_DROP);
            case Action.Reject a ->
                expression("reject", e -> {
                    number(e, 1, Expression.REJECT_ICMPX);
                    e.attributeU8(2, Expression.ICMPX_PORT_UNREACHABLE);
                });
            case Action.Masquerade a -> expression("masq", e -> {});
            case Action.Redirect a -> redirect(a.to(), a.port());
            case Action.Follow a -> {
                immediate(REG_1, new byte[] {1});
                expression("meta", e -> {
                    number(e, 2, Expression.META_NFTRACE);
                    number(e, 3, REG_1);
                });
            }
        }
    }

    private void redirect(IpAddress to, int port) {
        immediate(REG_1, to.bytes());
        immediate(REG_2, big16(port));
        expression("nat", e -> {
            number(e, 1, Expression.NAT_DNAT);
            number(e, 2, to.v6() ? Nftables.NFPROTO_IPV6 : Nftables.NFPROTO_IPV4);
            number(e, 3, REG_1);
            number(e, 5, REG_2);
            number(e, 7, Expression.NAT_PORT_GIVEN);
        });
    }

    private void verdict(int code) {
        expression("immediate", e -> {
            number(e, 1, VERDICT);
            e.nest(
                    2 | Nftables.NESTED,
                    data -> data.nest(
                            Nftables.NFTA_DATA_VERDICT | Nftables.NESTED,
                            v -> number(v, Nftables.NFTA_VERDICT_CODE, code)));
        });
    }

    private void immediate(int register, byte[] value) {
        expression("immediate", e -> {
            number(e, 1, register);
            data(e, 2, value);
        });
    }

    private void meta(int key) {
        expression("meta", e -> {
            number(e, 2, key);
            number(e, 1, REG_1);
        });
    }

    private void payload(int base, int offset, int length) {
        expression("payload", e -> {
            number(e, 1, REG_1);
            number(e, 2, base);
            number(e, 3, offset);
            number(e, 4, length);
        });
    }

    private void mask(byte[] mask) {
        expression("bitwise", e -> {
            number(e, 1, REG_1);
            number(e, 2, REG_1);
            number(e, 6, 0);
            number(e, 3, mask.length);
            data(e, 4, mask);
            data(e, 5, new byte[mask.length]);
        });
    }

    private void compare(byte[] value, boolean not) {
        expression("cmp", e -> {
            number(e, 1, REG_1);
            number(e, 2, not ? Expression.NEQ : Expression.EQ);
            data(e, 3, value);
        });
    }

    private static void data(MessageWriter w, int type, byte[] value) {
        w.nest(type | Nftables.NESTED, d -> d.attribute(Nftables.NFTA_DATA_VALUE, value));
    }

    private void expression(String name, Consumer<MessageWriter> data) {
        list.nest(
                Nftables.NFTA_LIST_ELEM | Nftables.NESTED,
                e -> e.attribute(Nftables.NFTA_EXPR_NAME, name).nest(Nftables.NFTA_EXPR_DATA | Nftables.NESTED, data));
    }

    private static void number(MessageWriter w, int type, int value) {
        FilterMessages.number(w, type, value);
    }

    private static byte[] big16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    private static byte[] big64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    /** Numbers that the kernel keeps in registers in its own order. */
    private static byte[] host32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
