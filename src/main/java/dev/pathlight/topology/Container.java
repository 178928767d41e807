package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;

/**
 * A process group living in a namespace; several containers may share one namespace (container mode).
 *
 * @param command an argument vector, never given to a shell; empty starts a built-in responder
 * @param image what it was in the user's world, for the label only
 */
public record Container(Name name, List<String> command, Optional<String> image, List<Listen> listens) {
    public Container {
        command = List.copyOf(command);
        listens = List.copyOf(listens);
    }

    public Container withName(Name next) {
        return new Container(next, command, image, listens);
    }

    public Container withCommand(List<String> next) {
        return new Container(name, next, image, listens);
    }

    public Container withImage(Optional<String> next) {
        return new Container(name, command, next, listens);
    }

    public Container withListens(List<Listen> next) {
        return new Container(name, command, image, next);
    }

    /** A port the built-in responder answers on; protocol is tcp, udp or http; port 1..65535. */
    public record Listen(String protocol, int port) {
        public static final List<String> PROTOCOLS = List.of("tcp", "udp", "http");

        public Listen {
            Bounds.oneOf("protocol", protocol, PROTOCOLS);
            Bounds.within("port", port, 1, Bounds.PORT);
        }
    }
}
