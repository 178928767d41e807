package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.NewSpace;
import dev.pathlight.machine.engine.Command.Sysctl;
import dev.pathlight.machine.engine.Event.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes, finds and drops network namespaces. */
final class Spaces {
    static final String NAMES = "/run/netns/";

    /** More makers than this do not help: the kernel's own locks are the limit. */
    private static final int MAKERS = 4;

    private final Sys sys;
    private final int descriptorBase;
    private final Map<Integer, Space> held = new ConcurrentHashMap<>();

    Spaces(Sys sys, int descriptorBase) {
        this.sys = sys;
        this.descriptorBase = descriptorBase;
    }

    Optional<Space> find(int number) {
        return Optional.ofNullable(held.get(number));
    }

    List<Space> all() {
        return List.copyOf(held.values());
    }

    /**
     * Makes namespaces on threads of their own, which end with it: a thread that has been elsewhere must never serve again.
     */
    List<Fault> make(List<NewSpace> wanted) {
        List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        Threads.together("engine-make", Math.min(MAKERS, wanted.size()), () -> {
            for (int i = next.getAndIncrement(); i < wanted.size(); i = next.getAndIncrement()) {
                makeOne(i, wanted.get(i), faults);
            }
        });
        return List.copyOf(faults);
    }

    private void makeOne(int position, NewSpace wanted, List<Fault> faults) {
        try {
            if (held.containsKey(wanted.number())) {
                throw new Refused("space " + wanted.number(), 17); // EEXIST
            }
            sys.unshareNetwork();
            int descriptor = descriptorBase + wanted.number();
            sys.renumber(sys.openOwnNetwork(), descriptor);
            Space space = new Space(wanted.number(), wanted.name(), descriptor, new RouteSocket(sys));
            held.put(wanted.number(), space);
            sys.bindOwnNetwork(NAMES + checkedName(wanted.name()));
        } catch (Refused e) {
            faults.add(new Fault(position, -1, e.errno()));
            release(wanted.number());
            return;
        }
        for (int k = 0; k < wanted.sysctls().size(); k++) {
            try {
                write(wanted.sysctls().get(k));
            } catch (Refused e) {
                faults.add(new Fault(position, k, e.errno()));
                return;
            }
        }
    }

    private static String checkedName(String name) throws Refused {
        if (name.isEmpty() || name.contains("/") || name.startsWith(".")) {
            throw new Refused("name \"" + name + "\"", 22); // EINVAL
        }
        return name;
    }

    /** Writes a sysctl in the calling thread's namespace. */
    void write(Sysctl sysctl) throws Refused {
        if (sysctl.path().contains("..") || sysctl.path().startsWith("/")) {
            throw new Refused("sysctl " + sysctl.path(), 22);
        }
        sys.writeFile("/proc/sys/net/" + sysctl.path(), sysctl.value());
    }

    /** Reads a sysctl in the calling thread's namespace. */
    String read(String path) throws Refused {
        if (path.contains("..") || path.startsWith("/")) {
            throw new Refused("sysctl " + path, 22);
        }
        try {
            return Files.readString(Path.of("/proc/sys/net/", path)).strip();
        } catch (IOException e) {
            throw new Refused("sysctl " + path, 2); // ENOENT
        }
    }

    /** Lets go of a namespace; with its last holder it dies. */
    void release(int number) {
        Space space = held.remove(number);
        if (space != null) {
            sys.detach(NAMES + space.name());
            new File(NAMES + space.name()).delete();
            space.routes().close();
            sys.close(space.descriptor());
        }
    }
}
