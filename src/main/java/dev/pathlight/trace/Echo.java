package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;

/** An echo request somebody asks a namespace to send: where from, where to, identifier and sequence number 0..65535. */
public record Echo(SpaceId from, IpAddress to, int identifier, int sequence) {}
