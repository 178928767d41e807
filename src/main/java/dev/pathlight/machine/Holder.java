package dev.pathlight.machine;

import dev.pathlight.topology.SpaceId;

/**
 * A process outside the machine that keeps a namespace alive after its end: a shell that another terminal opened in it, say.
 *
 * @param pid on this host
 * @param command its command line, at most {@value #MOST} characters
 */
public record Holder(SpaceId space, long pid, String command) {
    static final int MOST = 60;

    public Holder {
        command = command.length() <= MOST ? command : command.substring(0, MOST - 1) + "…";
    }
}
