package dev.pathlight.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads sets and maps of nftables, and what is in them. */
final class SetReader {
    private static final int INTERVAL_END = 1;

    private SetReader() {}

    static SetRow set(String family, AttributeReader a) {
        String table = "";
        String name = "";
        int flags = 0;
        int keyType = 0;
        int dataType = 0;
        while (a.next()) {
            switch (a.type()) {
                case Nftables.NFTA_SET_TABLE -> table = a.string();
                case Nftables.NFTA_SET_NAME -> name = a.string();
                case Nftables.NFTA_SET_FLAGS -> flags = a.big32();
                case Nftables.NFTA_SET_KEY_TYPE -> keyType = a.big32();
                case Nftables.NFTA_SET_DATA_TYPE -> dataType = a.big32();
                default -> {}
            }
        }
        return new SetRow(family, table, name, flags, keyType, dataType, List.of());
    }

    /** A row that knows only whose its elements are. */
    static SetRow elements(String family, AttributeReader a) {
        String table = "";
        String name = "";
        List<SetRow.Element> elements = new ArrayList<>();
        while (a.next()) {
            switch (a.type()) {
                case Nftables.NFTA_SET_ELEM_LIST_TABLE -> table = a.string();
                case Nftables.NFTA_SET_ELEM_LIST_SET -> name = a.string();
                case Nftables.NFTA_SET_ELEM_LIST_ELEMENTS -> {
                    AttributeReader list = a.nested();
                    while (list.next()) {
                        elements.add(element(new RuleReader.Parts(list.nested())));
                    }
                }
                default -> {}
            }
        }
        return new SetRow(family, table, name, 0, 0, 0, elements);
    }

    private static SetRow.Element element(RuleReader.Parts p) {
        String key = hex(p.inside(Nftables.NFTA_SET_ELEM_KEY).bytes(Nftables.NFTA_DATA_VALUE));
        boolean ends = (p.small(Nftables.NFTA_SET_ELEM_FLAGS) & INTERVAL_END) != 0;
        RuleReader.Parts data = p.inside(Nftables.NFTA_SET_ELEM_DATA);
        if (!data.has(Nftables.NFTA_DATA_VERDICT)) {
            return new SetRow.Element(key, ends, hex(data.bytes(Nftables.NFTA_DATA_VALUE)), false);
        }
        RuleReader.Parts verdict = data.inside(Nftables.NFTA_DATA_VERDICT);
        String chain = new String(verdict.bytes(Nftables.NFTA_VERDICT_CHAIN), StandardCharsets.UTF_8);
        String words = RuleWords.verdict(verdict.small(Nftables.NFTA_VERDICT_CODE), chain.replaceFirst("\0.*$", ""));
        return new SetRow.Element(key, ends, words, true);
    }

    private static String hex(byte[] b) {
        return HexFormat.of().formatHex(b);
    }
}
