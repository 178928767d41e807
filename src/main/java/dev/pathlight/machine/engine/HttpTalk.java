package dev.pathlight.machine.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Answers one HTTP/1.1 request (RFC 9112) with a page that says which container this is, and closes. */
final class HttpTalk implements Responder.Talk {
    /** Longer request headers are not read to their end. */
    private static final int LONGEST = 8192;

    private final SocketChannel connection;
    private final String name;
    private final ByteBuffer request = ByteBuffer.allocate(LONGEST);
    private ByteBuffer answer = ByteBuffer.allocate(0);

    HttpTalk(SocketChannel connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    @Override
    public int go() throws IOException {
        if (!answer.hasRemaining()) {
            int n = connection.read(request);
            String head = new String(request.array(), 0, request.position(), StandardCharsets.ISO_8859_1);
            if (!head.contains("\r\n\r\n") && request.hasRemaining()) {
                return n < 0 ? 0 : SelectionKey.OP_READ;
            }
            answer = ByteBuffer.wrap(answer(head.substring(0, Math.max(0, head.indexOf("\r\n")))));
        }
        connection.write(answer);
        if (answer.hasRemaining()) {
            return SelectionKey.OP_WRITE;
        }
        return 0;
    }

    private byte[] answer(String requestLine) throws IOException {
        String[] words = requestLine.split(" ", -1);
        boolean understood = words.length == 3 && words[2].startsWith("HTTP/1.");
        String from =
                ((InetSocketAddress) connection.getRemoteAddress()).getAddress().getHostAddress();
        String page = "<!doctype html>\n<title>" + name + "</title>\n<p>This is the container " + name + ".</p>\n<p>"
                + (understood ? "You asked for " + escaped(words[1]) : "What you asked for was not understood")
                + ", from " + from + ".</p>\n";
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + (understood ? "200 OK" : "400 Bad Request")
                + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        boolean bodyToo = !words[0].equals("HEAD");
        return (head + (bodyToo ? page : "")).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
