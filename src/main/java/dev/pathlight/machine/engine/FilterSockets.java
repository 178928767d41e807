package dev.pathlight.machine.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The netfilter sockets of the spaces, each made when it is first needed: few spaces have rules. */
final class FilterSockets {
    private final Visitor visitor;
    private final Map<Integer, RouteSocket> open = new HashMap<>();

    FilterSockets(Visitor visitor) {
        this.visitor = visitor;
    }

    RouteSocket in(int space) throws Refused {
        RouteSocket socket = open.get(space);
        if (socket == null) {
            socket = visitor.filterSocket(space);
            open.put(space, socket);
        }
        return socket;
    }

    /** A socket keeps its namespace alive, so they go before the spaces are dropped. */
    void close(List<Integer> spaces) {
        for (int space : spaces) {
            RouteSocket socket = open.remove(space);
            if (socket != null) {
                socket.close();
            }
        }
    }
}
