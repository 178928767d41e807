package dev.pathlight.machine.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Frames on a byte stream: 4 bytes of length (big endian, 1..{@link #MAX}), then that many bytes. */
final class FrameStream {
    /** The longest frame in bytes: far above any real one, so that garbage is recognised before memory is taken. */
    static final int MAX = 1 << 28;

    private static final int CHUNK = 1 << 20;

    private FrameStream() {}

    static byte[] read(DataInputStream in) throws IOException {
        int n = in.readInt();
        if (n < 1 || n > MAX) {
            throw new BadFrame("a frame of " + n + " bytes");
        }
        byte[] bytes = n <= CHUNK ? new byte[n] : in.readNBytes(n);
        if (n <= CHUNK) {
            in.readFully(bytes);
        } else if (bytes.length < n) {
            throw new EOFException();
        }
        return bytes;
    }

    static void write(DataOutputStream out, byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }
}
