package dev.pathlight.topology.graph;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/** Counts through the host addresses of a subnet. */
final class AddressRange {
    private AddressRange() {}

    /**
     * The first host address above {@code after} that nobody has. Network and broadcast address are no host's, except
     * in an IPv4 /31 (RFC 3021) and in IPv6.
     */
    static Optional<IpAddress> firstFree(Cidr subnet, IpAddress after, Set<IpAddress> taken) {
        BigInteger at = new BigInteger(1, after.bytes());
        // Among as many candidates as there are taken ones, and three more, one must be free.
        for (int i = 0; i < taken.size() + 3; i++) {
            at = at.add(BigInteger.ONE);
            Optional<IpAddress> candidate = address(at, subnet.address().v6()).filter(subnet::contains);
            if (candidate.isPresent() && !taken.contains(candidate.get()) && !isBroadcast(subnet, candidate.get())) {
                return candidate;
            }
        }
        return Optional.empty();
    }

    private static boolean isBroadcast(Cidr subnet, IpAddress a) {
        long hosts = 0xffff_ffffL >> subnet.prefix();
        return !a.v6() && subnet.prefix() < 31 && (a.low() & hosts) == hosts;
    }

    private static Optional<IpAddress> address(BigInteger value, boolean v6) {
        int size = v6 ? 16 : 4;
        if (value.bitLength() > 8 * size) {
            return Optional.empty();
        }
        byte[] out = new byte[size];
        byte[] raw = value.toByteArray();
        int n = Math.min(raw.length, size);
        System.arraycopy(raw, raw.length - n, out, size - n, n);
        return Optional.of(IpAddress.of(out));
    }
}
