package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;

/**
 * A socket that waits for whoever comes: a TCP listener, or a UDP socket that is connected to nobody.
 *
 * @param protocol tcp or udp
 * @param address where it listens; the unspecified address for anywhere
 * @param both an IPv6 socket that takes IPv4 as well
 * @param inode by which a process holds it, 0 when none does
 */
public record ListenerRow(String protocol, IpAddress address, boolean both, int port, long inode) {
    /** As ss prints it: {@code *:80}, {@code 127.0.0.1:53}, {@code [::1]:53}. */
    public String local() {
        boolean anywhere = (address.high() | address.low()) == 0;
        if (anywhere && both) {
            return "*:" + port;
        }
        return (address.v6() ? "[" + address + "]" : address) + ":" + port;
    }
}
