package dev.pathlight.ui.terminal;

import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.util.TermSize;
import dev.pathlight.view.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** A terminal's shell as the library wants it, which asks on threads of its own. */
final class ShellConnector implements TtyConnector {
    private final Terminal terminal;
    private final Reader reader;

    ShellConnector(Terminal terminal) {
        this.terminal = terminal;
        reader = new InputStreamReader(new Said(terminal), StandardCharsets.UTF_8);
    }

    /** What the shell says, handed on as soon as it does. */
    private static final class Said extends InputStream {
        private final Terminal terminal;

        Said(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return terminal.read(one) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            byte[] part = new byte[length];
            int n = terminal.read(part);
            System.arraycopy(part, 0, into, offset, Math.max(0, n));
            return n;
        }
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        return reader.read(into, offset, length);
    }

    @Override
    public boolean ready() throws IOException {
        return reader.ready();
    }

    @Override
    public void write(byte[] typed) throws IOException {
        // To a shell that has ended nobody types any more.
        if (isConnected()) {
            terminal.write(typed);
        }
    }

    @Override
    public void write(String typed) throws IOException {
        write(typed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void resize(TermSize size) {
        try {
            terminal.resize(size.getColumns(), size.getRows());
        } catch (IOException e) {
            // It has ended meanwhile, and its size is nobody's business.
        }
    }

    @Override
    public boolean isConnected() {
        return terminal.ended().get().isEmpty();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return terminal.await();
    }

    @Override
    public String getName() {
        return terminal.title();
    }

    /** The shell is ended by who opened it. */
    @Override
    public void close() {}
}
