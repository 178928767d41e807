package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers to the messages of one send, gathered datagram by datagram; told apart by sequence number. */
final class Answers {
    private final List<byte[]> messages;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<List<byte[]>> datagrams = new ArrayList<>();
    private final int[] errnos;
    private final boolean[] ended;
    private int open;

    Answers(List<byte[]> messages) {
        this.messages = messages;
        errnos = new int[messages.size()];
        ended = new boolean[messages.size()];
        open = messages.size();
        for (int i = 0; i < messages.size(); i++) {
            positions.put(NetlinkBytes.sequence(messages.get(i)), i);
            datagrams.add(new ArrayList<>(1));
        }
    }

    boolean complete() {
        return open == 0;
    }

    /** Every message that has no answer yet is taken as refused. */
    List<RouteSocket.Reply> unanswered(int errno) {
        for (int i = 0; i < ended.length; i++) {
            end(i, errno);
        }
        return replies();
    }

    List<RouteSocket.Reply> replies() {
        List<RouteSocket.Reply> replies = new ArrayList<>();
        for (int i = 0; i < errnos.length; i++) {
            replies.add(new RouteSocket.Reply(errnos[i], datagrams.get(i)));
        }
        return replies;
    }

    /** Looks through a datagram's message headers. */
    void take(ByteBuffer b, int size) {
        byte[] datagram = new byte[size];
        b.get(0, datagram);
        int before = -1;
        int at = 0;
        while (at + NetlinkBytes.HEADER <= size) {
            int length = b.getInt(at);
            if (length < NetlinkBytes.HEADER || length > size - at) {
                break;
            }
            Integer position = positions.get(b.getInt(at + 8));
            if (position != null) {
                if (position != before) {
                    datagrams.get(position).add(datagram);
                    before = position;
                }
                look(position, b.getShort(at + 4), length >= 20 ? -b.getInt(at + NetlinkBytes.HEADER) : 0);
            }
            at += (length + 3) & ~3;
        }
    }

    private void look(int position, int type, int errno) {
        if (type == NetlinkBytes.NLMSG_ERROR || type == NetlinkBytes.NLMSG_DONE) {
            end(position, errno);
            return;
        }
        byte[] question = messages.get(position);
        if (!NetlinkBytes.isDump(question) && !NetlinkBytes.wantsAck(question)) {
            end(position, 0);
        }
    }

    private void end(int position, int errno) {
        if (!ended[position]) {
            ended[position] = true;
            errnos[position] = errno;
            open--;
        }
    }
}
