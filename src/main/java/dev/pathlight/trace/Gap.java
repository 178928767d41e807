package dev.pathlight.trace;

import dev.pathlight.machine.Direction;

/** A sighting that must have been and never came: a packet went in or out there. */
record Gap(Place at, Direction direction) {
    Journey.Missing before(int hop) {
        String what = direction == Direction.IN ? "come in at " : "leave by ";
        return new Journey.Missing(
                hop,
                at.id(),
                direction,
                "It was not seen to " + what + Loss.said(at) + ", though it must have: the capture there missed it.");
    }
}
