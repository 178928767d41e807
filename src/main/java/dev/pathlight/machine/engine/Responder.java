package dev.pathlight.machine.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * What answers in a container without a command: TCP and UDP send back what comes, HTTP sends a page that names the container.
 * One thread serves everybody. It uses nothing but the Java library, for inside a container there is nothing else.
 */
public final class Responder {
    /** Exit code when a port is taken: EADDRINUSE of {@code asm-generic/errno.h}. */
    private static final int TAKEN = 98;

    private Responder() {}

    /** All classes it consists of. */
    static List<Class<?>> parts() {
        return List.of(Responder.class, Responder.Talk.class, EchoTalk.class, HttpTalk.class, DatagramTalk.class);
    }

    /** @param args the container's name, then what to listen to, as {@code http:80} */
    public static void main(String[] args) throws IOException {
        System.exit(serve(args[0], List.of(args).subList(1, args.length)));
    }

    /** Serves until the process ends; returns only when something cannot be listened to, after saying so on stderr. */
    public static int serve(String name, List<String> listens) throws IOException {
        Selector selector = Selector.open();
        for (String listen : listens) {
            String protocol = listen.substring(0, listen.indexOf(':'));
            int port = Integer.parseInt(listen.substring(listen.indexOf(':') + 1));
            try {
                open(selector, name, protocol, port);
            } catch (IOException e) {
                String why = protocol + " port " + port + " cannot be listened to: " + e.getMessage() + "\n";
                say(FileDescriptor.err, why);
                return TAKEN;
            }
        }
        say(FileDescriptor.out, "listening\n");
        while (true) {
            selector.select();
            for (Iterator<SelectionKey> i = selector.selectedKeys().iterator(); i.hasNext(); ) {
                SelectionKey key = i.next();
                i.remove();
                attend(selector, key);
            }
        }
    }

    private static void open(Selector selector, String name, String protocol, int port) throws IOException {
        if (protocol.equals("udp")) {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(port));
            register(selector, channel, SelectionKey.OP_READ, new DatagramTalk(channel));
        } else {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.bind(new InetSocketAddress(port));
            register(selector, channel, SelectionKey.OP_ACCEPT, protocol.equals("http") ? name : "");
        }
    }

    private static void register(Selector selector, SelectableChannel channel, int operation, Object attachment)
            throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, operation, attachment);
    }

    /** One connection's trouble is not the others'. */
    private static void attend(Selector selector, SelectionKey key) {
        try {
            if (key.isValid() && key.isAcceptable()) {
                var connection = ((ServerSocketChannel) key.channel()).accept();
                if (connection != null) {
                    String name = (String) key.attachment();
                    Talk talk = name.isEmpty() ? new EchoTalk(connection) : new HttpTalk(connection, name);
                    register(selector, connection, SelectionKey.OP_READ, talk);
                }
            } else if (key.isValid()) {
                key.interestOps(((Talk) key.attachment()).go());
            }
        } catch (IOException e) {
            close(key);
        }
        if (key.isValid() && key.interestOps() == 0) {
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            // It is gone one way or the other.
        }
    }

    private static void say(FileDescriptor to, String text) throws IOException {
        try (FileOutputStream out = new FileOutputStream(to)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One side of a conversation. */
    interface Talk {
        /** Goes on as far as it can without waiting; returns what it waits for (a {@link SelectionKey} operation), 0 for its end. */
        int go() throws IOException;
    }
}
