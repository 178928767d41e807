package dev.pathlight.machine.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The one thread that goes from space to space: to write sysctls, which /proc shows for the looking thread's namespace, and for sockets. */
final class Visitor {
    private static final int EINTR = 4;

    private final Sys sys;
    private final Spaces spaces;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(body -> {
        Thread t = new Thread(body, "engine-visitor");
        t.setDaemon(true);
        return t;
    });
    private int ownNetwork = -1;

    Visitor(Sys sys, Spaces spaces) {
        this.sys = sys;
        this.spaces = spaces;
    }

    /** The errno, 0 when it is written. */
    int write(Command.Write task) {
        return errno(thread.submit(() -> {
            visit(task.space());
            spaces.write(task.sysctl());
            return null;
        }));
    }

    /** The errno, 0 when it is written. */
    int reset(Command.Reset task) {
        return errno(thread.submit(() -> {
            visit(task.space());
            if (task.pristine()) {
                sys.enter(ownNetwork);
            }
            String value = spaces.read(task.source());
            visit(task.space());
            spaces.write(new Command.Sysctl(task.path(), value));
            return null;
        }));
    }

    /** A netfilter socket of a space, which must be made inside. */
    RouteSocket filterSocket(int number) throws Refused {
        RouteSocket[] made = new RouteSocket[1];
        int errno = errno(thread.submit(() -> {
            visit(number);
            made[0] = new RouteSocket(sys, Sys.NETLINK_NETFILTER);
            return null;
        }));
        if (errno != 0) {
            throw new Refused("a netfilter socket of space " + number, errno);
        }
        return made[0];
    }

    private void visit(int number) throws Refused {
        if (ownNetwork < 0) {
            ownNetwork = sys.openOwnNetwork();
        }
        Space space = spaces.find(number).orElseThrow(() -> new Refused("space " + number, 2));
        sys.enter(space.descriptor());
    }

    /** Leaves the space visited last, which would live on otherwise. */
    void goHome() throws Refused {
        int errno = errno(thread.submit(() -> {
            if (ownNetwork >= 0) {
                sys.enter(ownNetwork);
            }
            return null;
        }));
        if (errno != 0) {
            throw new Refused("setns", errno);
        }
    }

    private static int errno(Future<?> task) {
        try {
            task.get();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EINTR;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                return refused.errno();
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
