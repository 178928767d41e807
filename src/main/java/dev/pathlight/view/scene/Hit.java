package dev.pathlight.view.scene;

import dev.pathlight.topology.PortId;
import java.util.Optional;

/** What is under a point. */
public sealed interface Hit {
    /** What it is called by canvas, tables and journeys alike. */
    String path();

    record OnFrame(Frame frame) implements Hit {
        @Override
        public String path() {
            return frame.path();
        }
    }

    record OnPort(Port port) implements Hit {
        @Override
        public String path() {
            return port.path();
        }
    }

    record OnWire(Wire wire) implements Hit {
        @Override
        public String path() {
            return wire.path();
        }
    }

    /** The interface hit, if it is one. */
    default Optional<PortId> portId() {
        return this instanceof OnPort p ? Optional.of(p.port().id()) : Optional.empty();
    }
}
