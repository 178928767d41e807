package dev.pathlight.machine.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Sends back what comes over a connection (RFC 862), until the other side has sent all. */
final class EchoTalk implements Responder.Talk {
    private final SocketChannel connection;
    private final ByteBuffer waiting = ByteBuffer.allocate(4096).flip();

    EchoTalk(SocketChannel connection) {
        this.connection = connection;
    }

    @Override
    public int go() throws IOException {
        while (true) {
            connection.write(waiting);
            if (waiting.hasRemaining()) {
                return SelectionKey.OP_WRITE;
            }
            waiting.clear();
            int n = connection.read(waiting);
            waiting.flip();
            if (n < 0) {
                return 0;
            }
            if (n == 0) {
                return SelectionKey.OP_READ;
            }
        }
    }
}
