package dev.pathlight.view.scene;

import dev.pathlight.topology.Interface;
import dev.pathlight.topology.PortId;

/**
 * An interface where it stands on the edge of a box.
 *
 * @param face what is drawn of it
 * @param owner the frame it stands on
 * @param at on the frame's edge, where its cable begins
 * @param number as {@code brctl showmacs} prints it, from 1; 0 when it is no bridge's port
 * @param connected whether a cable or LAN is plugged in
 */
public record Port(PortId id, Interface face, Frame owner, Pt at, Side side, int number, boolean connected) {
    public String path() {
        return id.toString();
    }
}
