package dev.pathlight.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Builds {@link GoldenScene} on the running kernel and writes the bytes down: {@code requests.hex}, which the kernel
 * accepted, and {@code answers.hex}, its dumps, notices and a refusal. One line each: name, then the datagram. Run it
 * as root of a throw-away namespace: {@code unshare -Urnm java -cp … dev.pathlight.wire.GoldenRecorder DIRECTORY}.
 */
public final class GoldenRecorder {
    private static final int RTNLGRP_LINK = 1;
    private static final int RTNLGRP_NEIGH = 3;
    private static final int RTNLGRP_NSID = 28;

    private final RouteSocket here = RouteSocket.inNewNamespace(GoldenScene.descriptor(GoldenScene.THIS));
    private final RouteSocket ns1 = RouteSocket.inNewNamespace(GoldenScene.descriptor(GoldenScene.NS1));
    private final NetlinkEncoder encoder = new NetlinkEncoder(GoldenScene::descriptor);
    private final List<String> requests = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    private GoldenRecorder() {}

    public static void main(String[] args) throws IOException {
        GoldenRecorder recorder = new GoldenRecorder();
        recorder.record();
        String first = "# from Linux "
                + Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
        write(Path.of(args[0], "requests.hex"), first, recorder.requests);
        write(Path.of(args[0], "answers.hex"), first, recorder.answers);
    }

    private static void write(Path file, String first, List<String> lines) throws IOException {
        Files.writeString(file, first + "\n" + String.join("\n", lines) + "\n");
    }

    private void record() {
        RouteSocket watch = here.another();
        List.of(RTNLGRP_LINK, RTNLGRP_NEIGH, RTNLGRP_NSID).forEach(watch::join);
        request("new-nsid", here, NetlinkEncoder.newNsid(GoldenScene.descriptor(GoldenScene.NS1), 7, 99));
        GoldenScene.operations().forEach(this::operation);
        ns1.inside(GoldenRecorder::sendADatagram);
        GoldenScene.queries().forEach(this::query);
        byte[] refused = encoder.encode(GoldenScene.refused(), 77);
        answers.add(line("refusal", ns1.exchange(refused).getLast()));
        GoldenScene.undoing().forEach(this::operation);
        List<byte[]> heard = new ArrayList<>();
        for (byte[] d = watch.receive(); d.length > 0; d = watch.receive()) {
            heard.add(d);
        }
        keepFirst("notice-fdb", heard, KernelNotice.FdbSet.class);
        keepFirst("notice-fdb-gone", heard, KernelNotice.FdbGone.class);
        keepFirst("notice-port", heard, KernelNotice.PortSet.class);
        keepFirst("notice-link", heard, KernelNotice.LinkSet.class);
        keepFirst("notice-link-gone", heard, KernelNotice.LinkGone.class);
    }

    /** To the plain bridge's address: it learns a MAC address, and ns1 a neighbour. */
    private static boolean sendADatagram() {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.send(ByteBuffer.allocate(1), new InetSocketAddress("10.1.2.1", 9));
            Thread.sleep(400);
            return true;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keepFirst(String name, List<byte[]> heard, Class<? extends KernelNotice> kind) {
        byte[] first = heard.stream()
                .filter(d -> kind.isInstance(NetlinkDecoder.decode(d).getFirst()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not heard: " + name));
        answers.add(line(name, first));
    }

    private void operation(String name, dev.pathlight.plan.NetOp op) {
        request(name, op.space().equals(GoldenScene.THIS) ? here : ns1, encoder.encode(op, 1));
    }

    private void request(String name, RouteSocket socket, byte[] message) {
        KernelNotice answer = socket.ask(message).getLast();
        if (!(answer instanceof KernelNotice.Answer a) || a.errno() != 0) {
            throw new IllegalStateException("the kernel refused " + name + ": " + answer);
        }
        requests.add(line(name, message));
    }

    private void query(String name, Query query) {
        byte[] message = NetlinkEncoder.encode(query, 5);
        requests.add(line(name, message));
        record("this", name, here.exchange(message));
        record("ns1", name, ns1.exchange(message));
    }

    private void record(String where, String name, List<byte[]> datagrams) {
        for (int i = 0; i < datagrams.size(); i++) {
            answers.add(line(where + "-" + name + "-" + (i + 1), datagrams.get(i)));
        }
    }

    private static String line(String name, byte[] bytes) {
        return name + " " + HexFormat.of().formatHex(bytes);
    }

    /** The datagrams of a file by name. */
    static Map<String, byte[]> read(String text) {
        Map<String, byte[]> read = new java.util.LinkedHashMap<>();
        text.lines().filter(l -> !l.startsWith("#")).forEach(l -> {
            int blank = l.indexOf(' ');
            read.put(l.substring(0, blank), HexFormat.of().parseHex(l.substring(blank + 1)));
        });
        return read;
    }
}
