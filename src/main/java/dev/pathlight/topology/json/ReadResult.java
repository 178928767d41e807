package dev.pathlight.topology.json;

import dev.pathlight.topology.Drawing;
import java.util.List;

/**
 * What reading a file gave: a drawing with the place of each of its parts, or the faults that kept it from being one.
 */
public sealed interface ReadResult {
    record Good(Drawing drawing, Positions positions) implements ReadResult {}

    record Bad(List<Fault> faults) implements ReadResult {
        public Bad {
            faults = List.copyOf(faults);
        }
    }
}
