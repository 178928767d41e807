package dev.pathlight.view.scene;

import dev.pathlight.topology.PortId;
import java.util.Optional;

/**
 * A cable as a line, or what leads from a NIC to its LAN.
 *
 * @param path {@code cable:} and the path of end a, or the LAN's path
 * @param b the other end; empty when it is a LAN
 */
public record Wire(String path, PortId a, Optional<PortId> b, Curve curve) {}
