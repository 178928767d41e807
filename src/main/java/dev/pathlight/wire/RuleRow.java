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
    private static final String COUNTER = "counter";

    public enum Effect {
        /** The packet's addresses or ports are changed. */
        TRANSLATES,
        DROPS,
        REJECTS,
        OTHER
    }

    /** As {@code nft list ruleset} prints it, with its counter's numbers. */
    public String counted() {
        int end = packets < 0 ? 0 : counterEnd();
        return end == 0
                ? text
                : text.substring(0, end) + " packets " + packets + " bytes " + bytes + text.substring(end);
    }

    /** Behind the word where it is no part of anything quoted; 0 when there is none. */
    private int counterEnd() {
        int at = 0;
        for (String word : text.split(" ", -1)) {
            int end = at + word.length();
            boolean quoted = text.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 1;
            if (word.equals(COUNTER) && !quoted) {
                return end;
            }
            at = end + 1;
        }
        return 0;
    }

    /** With the contents of sets in place of their names. */
    public RuleRow withText(String next) {
        return new RuleRow(family, table, chain, handle, next, effect, packets, bytes);
    }

    public boolean isIn(ChainRow c) {
        return chain.equals(c.name()) && table.equals(c.table()) && family.equals(c.family());
    }

    /** Where it stands: {@code inet pathlight forward}. */
    public String place() {
        return family + " " + table + " " + chain;
    }
}
