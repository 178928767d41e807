package dev.pathlight.wire;

/**
 * A rule of nftables.
 *
 * @param family as of {@link ChainRow}
 * @param handle tells it apart from the others of its table
 * @param text as {@code nft -s list ruleset} prints it: without the counter's numbers
 * @param effect what it does to a packet in the end
 * @param packets its counter, as of the moment it was asked for; -1 when it has none
 */
public record RuleRow(
        String family, String table, String chain, long handle, String text, Effect effect, long packets, long bytes) {
    public enum Effect {
        /** The packet's addresses or ports are changed. */
        TRANSLATES,
        DROPS,
        REJECTS,
        OTHER
    }

    public boolean isIn(ChainRow c) {
        return chain.equals(c.name()) && table.equals(c.table()) && family.equals(c.family());
    }

    /** Where it stands: {@code inet pathlight forward}. */
    public String place() {
        return family + " " + table + " " + chain;
    }
}
