package dev.pathlight.machine;

import dev.pathlight.topology.IpAddress;
import java.nio.charset.StandardCharsets;

/** A small piece of real traffic to a port, 1..65535. */
public record CallRequest(Protocol protocol, IpAddress to, int port, int timeoutMillis) {
    /** TCP and UDP send a line, which an echo service sends back; HTTP asks for the page {@code /} (RFC 9112). */
    public enum Protocol {
        TCP,
        UDP,
        HTTP
    }

    byte[] bytes() {
        String host = to.v6() ? "[" + to + "]" : to.toString();
        String text = protocol == Protocol.HTTP
                ? "GET / HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n"
                : "Hello from Pathlight\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
