package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;

/**
 * What a packet is wrapped in on its way through a tunnel: a UDP packet between machines (VXLAN, RFC 7348).
 *
 * @param vni which tunnel, 0..16777215
 * @param udpPort where the other machine takes it out, 1..65535
 */
public record Coat(IpAddress from, IpAddress to, int vni, int udpPort) {}
