package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;

/** An address as the kernel lists it (RTM_NEWADDR). {@code scope} is RT_SCOPE_*: 0 global, 253 link, 254 host. */
public record AddressRow(int index, Cidr address, int scope, int flags) {}
