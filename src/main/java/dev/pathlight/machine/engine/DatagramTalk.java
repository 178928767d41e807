package dev.pathlight.machine.engine;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** Sends every datagram back to whoever sent it (RFC 862); one that cannot be sent now is lost, as datagrams are. */
final class DatagramTalk implements Responder.Talk {
    private final DatagramChannel channel;
    private final ByteBuffer datagram = ByteBuffer.allocate(65_535);

    DatagramTalk(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public int go() {
        try {
            datagram.clear();
            for (SocketAddress from = channel.receive(datagram); from != null; from = channel.receive(datagram)) {
                datagram.flip();
                channel.send(datagram, from);
                datagram.clear();
            }
        } catch (IOException e) {
            // An earlier answer was refused (ICMP): the next datagram is another matter.
        }
        return SelectionKey.OP_READ;
    }
}
