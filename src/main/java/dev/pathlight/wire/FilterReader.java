package dev.pathlight.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what nftables lists and reports: chains, rules, traces. */
final class FilterReader {
    private static final List<String> HOOKS =
            List.of("prerouting", "input", "forward", "output", "postrouting", "ingress");

    /** NFTA_TRACE_*. */
    private static final int TRACE_TABLE = 1;

    private static final int TRACE_CHAIN = 2;
    private static final int TRACE_RULE_HANDLE = 3;
    private static final int TRACE_TYPE = 4;
    private static final int TRACE_VERDICT = 5;
    private static final int TRACE_ID = 6;
    private static final int TRACE_NETWORK_HEADER = 8;
    private static final int TRACE_TRANSPORT_HEADER = 9;
    private static final int TRACE_POLICY = 16;

    private FilterReader() {}

    static Optional<KernelNotice> read(NetlinkDecoder.Header header) {
        if (header.bodyLength() < Nftables.NFGENMSG) {
            return Optional.empty();
        }
        int type = header.type();
        String family = family(header.u8(0));
        AttributeReader a = header.attributes(Nftables.NFGENMSG);
        Optional<KernelNotice> read = switch (type) {
            case Nftables.NEWCHAIN -> Optional.of(new KernelNotice.ChainSet(chain(family, a)));
            case Nftables.NEWRULE -> Optional.of(new KernelNotice.RuleSet(new RuleReader(family).read(a)));
            case Nftables.NEWSET -> Optional.of(new KernelNotice.SetMade(SetReader.set(family, a)));
            case Nftables.NEWSETELEM -> Optional.of(new KernelNotice.SetFilled(SetReader.elements(family, a)));
            case Nftables.NEWGEN -> Optional.of(new KernelNotice.FiltersChanged());
            case Nftables.TRACE -> trace(family, a).map(KernelNotice.Traced::new);
            default -> Optional.empty();
        };
        return a.failed() ? Optional.empty() : read;
    }

    static String family(int number) {
        return switch (number) {
            case Nftables.NFPROTO_INET -> "inet";
            case Nftables.NFPROTO_IPV4 -> "ip";
            case Nftables.NFPROTO_IPV6 -> "ip6";
            case Nftables.NFPROTO_BRIDGE -> "bridge";
            case Nftables.NFPROTO_ARP -> "arp";
            case Nftables.NFPROTO_NETDEV -> "netdev";
            default -> Integer.toString(number);
        };
    }

    /** Its number; 0 for none of them. */
    static int family(String name) {
        return IntStream.rangeClosed(1, Nftables.NFPROTO_IPV6)
                .filter(n -> family(n).equals(name))
                .findFirst()
                .orElse(0);
    }

    private static ChainRow chain(String family, AttributeReader a) {
        String table = "";
        String name = "";
        String type = "";
        boolean drops = false;
        int hook = -1;
        int priority = 0;
        while (a.next()) {
            switch (a.type()) {
                case Nftables.NFTA_CHAIN_TABLE -> table = a.string();
                case Nftables.NFTA_CHAIN_NAME -> name = a.string();
                case Nftables.NFTA_CHAIN_TYPE -> type = a.string();
                case Nftables.NFTA_CHAIN_POLICY -> drops = a.big32() == Nftables.NF_DROP;
                case Nftables.NFTA_CHAIN_HOOK -> {
                    AttributeReader h = a.nested();
                    while (h.next()) {
                        hook = h.type() == Nftables.NFTA_HOOK_HOOKNUM ? h.big32() : hook;
                        priority = h.type() == Nftables.NFTA_HOOK_PRIORITY ? h.big32() : priority;
                    }
                }
                default -> {}
            }
        }
        Optional<ChainRow.Base> base = hook < 0
                ? Optional.empty()
                : Optional.of(new ChainRow.Base(type, hookName(family, hook), priority, drops));
        return new ChainRow(family, table, name, base);
    }

    private static String hookName(String family, int hook) {
        if (family.equals("netdev")) {
            return hook == 0 ? "ingress" : "egress";
        }
        if (family.equals("arp")) {
            return hook == 0 ? "input" : "output";
        }
        return hook < HOOKS.size() ? HOOKS.get(hook) : Integer.toString(hook);
    }

    private static Optional<TraceRow> trace(String family, AttributeReader a) {
        String table = "";
        String chain = "";
        long handle = 0;
        int type = 0;
        int verdict = 0;
        int id = 0;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        while (a.next()) {
            switch (a.type()) {
                case TRACE_TABLE -> table = a.string();
                case TRACE_CHAIN -> chain = a.string();
                case TRACE_RULE_HANDLE -> handle = a.big64();
                case TRACE_TYPE -> type = a.big32();
                case TRACE_VERDICT -> verdict = code(a.nested());
                case TRACE_POLICY -> verdict = a.big32();
                case TRACE_ID -> id = a.big32();
                case TRACE_NETWORK_HEADER, TRACE_TRANSPORT_HEADER -> packet.writeBytes(a.payload());
                default -> {}
            }
        }
        if (type < 1 || type > TraceRow.Kind.values().length) {
            return Optional.empty();
        }
        return Optional.of(new TraceRow(
                id, family, table, chain, handle, TraceRow.Kind.values()[type - 1], verdict, packet.toByteArray()));
    }

    private static int code(AttributeReader verdict) {
        int code = Nftables.NFT_CONTINUE;
        while (verdict.next()) {
            code = verdict.type() == Nftables.NFTA_VERDICT_CODE ? verdict.big32() : code;
        }
        return code;
    }
}
