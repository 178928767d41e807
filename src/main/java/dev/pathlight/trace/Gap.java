package dev.pathlight.trace;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Sentence;

/** A sighting that must have been and never came: a packet went in or out there. */
record Gap(Place at, Direction direction) {
    Journey.Missing before(int hop) {

        return new Journey.Missing(
                hop,
                at.id(),
                direction,
                Sentence.of(
                        direction == Direction.IN
                                ? "It was not seen to come in at {0}, though it must have: the capture there missed it."
                                : "It was not seen to leave by {0}, though it must have: the capture there missed it.",
                        Loss.said(at)));
    }
}
