package dev.pathlight.wire;

import static dev.pathlight.wire.Netlink.NLM_F_ACK;
import static dev.pathlight.wire.Netlink.NLM_F_APPEND;
import static dev.pathlight.wire.Netlink.NLM_F_CREATE;
import static dev.pathlight.wire.Netlink.NLM_F_DUMP;

import dev.pathlight.plan.FilterChain;
import dev.pathlight.plan.NetOp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The messages about nftables. A change is a transaction of three messages of one sequence number: its begin, what is
 * changed, which asks for the acknowledgement, and its end. Numbers in attributes are big-endian.
 */
final class FilterMessages {
    private FilterMessages() {}

    static List<byte[]> add(NetOp.AddFilterTable op, int sequence) {
        MessageWriter w = message(Nftables.NEWTABLE, NLM_F_ACK | NLM_F_CREATE, sequence);
        return transaction(w.attribute(Nftables.NFTA_TABLE_NAME, op.table()), sequence);
    }

    static List<byte[]> delete(NetOp.DeleteFilterTable op, int sequence) {
        MessageWriter w = message(Nftables.DELTABLE, NLM_F_ACK, sequence);
        return transaction(w.attribute(Nftables.NFTA_TABLE_NAME, op.table()), sequence);
    }

    static List<byte[]> add(NetOp.AddFilterChain op, int sequence) {
        FilterChain chain = op.chain();
        MessageWriter w = message(Nftables.NEWCHAIN, NLM_F_ACK | NLM_F_CREATE, sequence)
                .attribute(Nftables.NFTA_CHAIN_TABLE, op.table())
                .attribute(Nftables.NFTA_CHAIN_NAME, chain.name())
                .nest(Nftables.NFTA_CHAIN_HOOK | Nftables.NESTED, hook -> {
                    number(hook, Nftables.NFTA_HOOK_HOOKNUM, chain.hook().ordinal());
                    number(hook, Nftables.NFTA_HOOK_PRIORITY, chain.priority());
                });
        number(w, Nftables.NFTA_CHAIN_POLICY, chain.drops() ? Nftables.NF_DROP : Nftables.NF_ACCEPT);
        w.attribute(Nftables.NFTA_CHAIN_TYPE, chain.type().name().toLowerCase(Locale.ROOT));
        return transaction(w, sequence);
    }

    static List<byte[]> add(NetOp.AddFilterRule op, int sequence) {
        MessageWriter w = message(Nftables.NEWRULE, NLM_F_ACK | NLM_F_CREATE | NLM_F_APPEND, sequence)
                .attribute(Nftables.NFTA_RULE_TABLE, op.table())
                .attribute(Nftables.NFTA_RULE_CHAIN, op.chain())
                .nest(Nftables.NFTA_RULE_EXPRESSIONS | Nftables.NESTED, list -> new RuleWriter(list).write(op.rule()));
        if (!op.rule().comment().isEmpty()) {
            w.attribute(Nftables.NFTA_RULE_USERDATA, comment(op.rule().comment()));
        }
        return transaction(w, sequence);
    }

    private static byte[] comment(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(utf8.length + 3)
                .put((byte) Nftables.UDATA_COMMENT)
                .put((byte) (utf8.length + 1))
                .put(utf8)
                .put((byte) 0)
                .array();
    }

    static byte[] dump(int type, int sequence) {
        return general(type, NLM_F_DUMP, sequence, Netlink.AF_UNSPEC, 0).toBytes();
    }

    /** Asks for what is in a set. */
    static byte[] elements(Query.SetElements asked, int sequence) {
        int family = FilterReader.family(asked.family());
        return general(Nftables.GETSETELEM, NLM_F_DUMP, sequence, family, 0)
                .attribute(Nftables.NFTA_SET_ELEM_LIST_TABLE, asked.table())
                .attribute(Nftables.NFTA_SET_ELEM_LIST_SET, asked.set())
                .toBytes();
    }

    private static MessageWriter message(int type, int flags, int sequence) {
        return general(type, flags, sequence, Nftables.NFPROTO_INET, 0);
    }

    private static MessageWriter general(int type, int flags, int sequence, int family, int resource) {
        return new MessageWriter(type, flags, sequence).u8(family).u8(0).u8(0).u8(resource);
    }

    private static List<byte[]> transaction(MessageWriter change, int sequence) {
        return List.of(
                general(Nftables.NFNL_MSG_BATCH_BEGIN, 0, sequence, Netlink.AF_UNSPEC, Nftables.SUBSYSTEM)
                        .toBytes(),
                change.toBytes(),
                general(Nftables.NFNL_MSG_BATCH_END, 0, sequence, Netlink.AF_UNSPEC, Nftables.SUBSYSTEM)
                        .toBytes());
    }

    /** A 32-bit number in network order. */
    static void number(MessageWriter w, int type, int value) {
        w.attribute(type, ByteBuffer.allocate(4).putInt(value).array());
    }
}
