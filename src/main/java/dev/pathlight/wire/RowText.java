package dev.pathlight.wire;

import java.util.function.IntFunction;

/** Writes rows as iproute2 prints them, so that a student finds the same words in a terminal. */
public final class RowText {
    private RowText() {}

    /** As {@code ip route}: {@code 10.1.1.0/24 dev veth0 scope link src 10.1.1.2}; the protocol is left out. */
    public static String route(RouteRow row, IntFunction<String> nameOf) {
        throw new UnsupportedOperationException("being built: " + row + nameOf);
    }

    /** As {@code bridge fdb}: {@code 06:b5:78:d9:7b:75 dev br-veth1}. */
    public static String fdb(FdbRow row, IntFunction<String> nameOf) {
        throw new UnsupportedOperationException("being built: " + row + nameOf);
    }

    /** As {@code ip neigh}: {@code 10.1.1.3 dev veth0 lladdr 06:b5:78:d9:7b:75 REACHABLE}. */
    public static String neighbour(NeighbourRow row, IntFunction<String> nameOf) {
        throw new UnsupportedOperationException("being built: " + row + nameOf);
    }
}
