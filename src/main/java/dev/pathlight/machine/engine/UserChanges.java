package dev.pathlight.machine.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;

/**
 * Lets programs change their user in a sandbox that has only one, as tcpdump insists to. A seccomp filter on the thread that
 * starts them, which they and their children inherit, has the kernel answer such calls with success and do nothing. Nobody
 * gains by it: every process stays who it was.
 */
public final class UserChanges {
    private static final int EACCES = 13;
    private static final int PR_SET_SECCOMP = 22;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_MODE_FILTER = 2;
    private static final int SECCOMP_RET_ALLOW = 0x7fff_0000;

    /** The call is not made and gives errno 0: success. */
    private static final int SECCOMP_RET_ERRNO = 0x0005_0000;

    /** BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_JEQ|BPF_K and BPF_RET|BPF_K (linux/bpf_common.h). */
    private static final int LOAD = 0x20;

    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;

    /** Offsets in {@code struct seccomp_data} (linux/seccomp.h). */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;

    /** Bytes of {@code struct sock_fprog} and {@code struct sock_filter} (linux/filter.h). */
    private static final int PROGRAM = 16;

    private static final int INSTRUCTION = 8;

    private final Sys sys;

    UserChanges(Sys sys) {
        this.sys = sys;
    }

    /** Setreuid, setuid, setresuid, setregid, setgid, setresgid and setgroups, as an architecture (linux/audit.h) numbers them. */
    private record Calls(int architecture, List<Integer> numbers) {
        static Calls ofThisMachine() {
            return switch (System.getProperty("os.arch", "")) {
                case "amd64" -> new Calls(0xc000_003e, List.of(113, 105, 117, 114, 106, 119, 116));
                case "aarch64" -> new Calls(0xc000_00b7, List.of(145, 146, 147, 143, 144, 149, 159));
                default -> new Calls(0, List.of());
            };
        }
    }

    /**
     * Starts a program that enters a sandbox from outside, so that user changes succeed in it too.
     *
     * @param process one of the sandbox: its directory in /proc
     */
    public static Process start(ProcessBuilder entering, String process) throws IOException {
        if (!isOfOneUser(process)) {
            return entering.start();
        }
        // The thread takes its filter, and its promise, with it.
        FutureTask<Process> task = new FutureTask<>(() -> {
            new UserChanges(new Sys()).install();
            return entering.start();
        });
        Threads.join(Threads.start("start-in-sandbox", task));
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** From now on user changes succeed in what the calling thread, of the sandbox's own engine, starts. */
    void succeed() {
        if (isOfOneUser("/proc/self")) {
            install();
        }
    }

    /** Where the kernel has no such filters, programs are refused as they would be without us. */
    private void install() {
        byte[] filter = filter(Calls.ofThisMachine());
        Pointer program = Memory.allocateDirect(sys.runtime(), PROGRAM + filter.length);
        program.putShort(0, (short) (filter.length / INSTRUCTION));
        program.putAddress(8, program.address() + PROGRAM);
        program.put(PROGRAM, filter, 0, filter.length);
        if (sys.raw().prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) < 0 && sys.errno() == EACCES) {
            // Without privilege a filter is for those who will gain none, which nobody can in a sandbox of one user.
            sys.raw().prctl(PR_SET_NO_NEW_PRIVS, 1, null, 0, 0);
            sys.raw().prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0);
        }
    }

    private static byte[] filter(Calls calls) {
        int n = calls.numbers().size();
        ByteBuffer b = ByteBuffer.allocate((n + 5) * INSTRUCTION).order(ByteOrder.nativeOrder());
        put(b, LOAD, 0, 0, ARCHITECTURE);
        put(b, JUMP_IF_EQUAL, 0, n + 1, calls.architecture());
        put(b, LOAD, 0, 0, NUMBER);
        for (int i = 0; i < n; i++) {
            put(b, JUMP_IF_EQUAL, n - i, 0, calls.numbers().get(i));
        }
        put(b, RETURN, 0, 0, SECCOMP_RET_ALLOW);
        put(b, RETURN, 0, 0, SECCOMP_RET_ERRNO);
        return b.array();
    }

    private static void put(ByteBuffer b, int code, int ifTrue, int ifFalse, int value) {
        b.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
    }

    /** Where a process may not change its groups it stands in a user namespace that an ordinary user made: of one user. */
    private static boolean isOfOneUser(String process) {
        try {
            return Files.readString(Path.of(process, "setgroups")).startsWith("deny");
        } catch (IOException e) {
            return false; // A kernel without user namespaces, or a process that is gone.
        }
    }
}
