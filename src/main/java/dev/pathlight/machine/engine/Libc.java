package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import jnr.ffi.Pointer;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.types.size_t;
import jnr.ffi.types.ssize_t;
import org.jspecify.annotations.Nullable;

/** The C library's calls the engine makes, as their manual pages in section 2 describe them; -1 is failure. */
public interface Libc {
    int unshare(int flags);

    int setns(int descriptor, int type);

    int open(String path, int flags, int mode);

    int close(int descriptor);

    int dup3(int from, int to, int flags);

    int mount(String source, String target, String type, long flags, @Nullable String data);

    int kill(int pid, int signal);

    int umount2(String target, int flags);

    int getrlimit(int resource, @Out long[] limits);

    int socket(int family, int type, int protocol);

    int ioctl(int descriptor, long request, @In @Out byte[] argument);

    int bind(int descriptor, @In byte[] address, int length);

    int setsockopt(int descriptor, int level, int option, @In byte[] value, int length);

    int getsockopt(int descriptor, int level, int option, @Out byte[] value, @In @Out int[] length);

    int eventfd(int start, int flags);

    /** @param descriptors {@code struct pollfd}s, 8 bytes each */
    int poll(@In @Out byte[] descriptors, long count, int timeoutMillis);

    @ssize_t
    long write(int descriptor, @In byte[] bytes, @size_t long length);

    @ssize_t
    long send(int descriptor, @In byte[] bytes, @size_t long length, int flags);

    @ssize_t
    long sendto(
            int descriptor, @In byte[] bytes, @size_t long length, int flags, @In byte[] address, int addressLength);

    @ssize_t
    long recv(int descriptor, ByteBuffer direct, @size_t long length, int flags);

    @ssize_t
    long recvfrom(
            int descriptor,
            ByteBuffer direct,
            @size_t long length,
            int flags,
            @Out byte[] address,
            @In @Out int[] size);

    @ssize_t
    long recvmsg(int descriptor, Pointer messageHeader, int flags);

    int prctl(int option, long a, @Nullable Pointer b, long c, long d);

    long syscall(long number, long a, long b, long c);
}
