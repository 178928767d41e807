package dev.pathlight.wire;

/**
 * What one chain did with one packet that is followed (NFT_MSG_TRACE).
 *
 * @param id the same in all reports about one packet on its way through a namespace
 * @param handle the rule's; 0 for a policy's, or a chain's end
 * @param kind RULE: the rule said the verdict. POLICY: no rule did. RETURN: back to the chain that jumped here
 * @param verdict NF_DROP 0, NF_ACCEPT 1; NFT_CONTINUE -1, NFT_JUMP -3, NFT_GOTO -4, NFT_RETURN -5
 * @param packet the network header, then up to 20 bytes of the transport's, as they were at the chain's beginning; empty in
 *     reports that follow another one from the same chain
 */
public record TraceRow(
        int id, String family, String table, String chain, long handle, Kind kind, int verdict, byte[] packet) {
    public enum Kind {
        POLICY,
        RETURN,
        RULE
    }
}
