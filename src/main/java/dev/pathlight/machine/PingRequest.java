package dev.pathlight.machine;

import dev.pathlight.topology.IpAddress;

/**
 * An ICMP or ICMPv6 echo request: identifier and sequence number 0..65535, payload bytes 0..65000, time to wait in ms.
 * It is never cut into fragments: what is too long for a link on the way is dropped there.
 */
public record PingRequest(IpAddress to, int identifier, int sequence, int payloadBytes, int timeoutMillis) {}
