package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;

/**
 * Traffic to a port that somebody asks a namespace to send.
 *
 * @param protocol tcp or udp, as journeys name it
 */
public record Call(SpaceId from, IpAddress to, int port, String protocol) {
    String goal() {
        return (to.v6() ? "[" + to + "]" : to.toString()) + ":" + port;
    }
}
