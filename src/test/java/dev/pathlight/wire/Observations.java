package dev.pathlight.wire;

import dev.pathlight.plan.Drawings;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Plans;
import dev.pathlight.plan.Stage;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a plan on the kernel stage by stage and prints what is seen there. Wants a namespace of its own. */
public final class Observations {
    private static final int IFA_F_TENTATIVE = 0x40;
    private static final int QUIET_MILLIS = 1500;

    private Observations() {}

    public static void main(String[] args) throws InterruptedException {
        switch (args[0]) {
            case "silence" -> silence(Plans.of(Drawings.twoNodesOnALan()));
            case "ports" -> ports(Plans.of(Drawings.everyOption()));
            case "addresses" -> addresses(Plans.of(Drawings.twoNodesOnALan()));
            case "many" -> linkLocals(Plans.of(Drawings.star(101)));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Frames sent by any device but lo: before the stage CONFIGURE, and after it. */
    private static void silence(Plan plan) throws InterruptedException {
        KernelRun run = new KernelRun();
        run.run(plan, Stage.SPACES);
        run.run(plan, Stage.LINKS);
        Thread.sleep(QUIET_MILLIS);
        System.out.println("before: " + sent(run));
        run.run(plan, Stage.CONFIGURE);
        Thread.sleep(QUIET_MILLIS);
        System.out.println("after: " + (sent(run) > 0 ? "some" : "none"));
    }

    private static long sent(KernelRun run) {
        return run.spaces().stream()
                .mapToLong(s -> run.socket(s).inside(Observations::sentHere))
                .sum();
    }

    /**
     * {@code /proc/thread-self/net/dev}: after the colon 8 numbers of receiving, then the frames sent are the tenth.
     */
    private static long sentHere() {
        try {
            return Files.readAllLines(Path.of("/proc/thread-self/net/dev")).stream()
                    .filter(l -> l.contains(":") && !l.strip().startsWith("lo:"))
                    .mapToLong(l -> Long.parseLong(
                            l.substring(l.indexOf(':') + 1).strip().split("\\s+")[9]))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ports(Plan plan) {
        KernelRun run = KernelRun.of(plan);
        Map<String, String> numbers = new TreeMap<>();
        rows(run, SpaceId.parse("other"), new Query.Links()).forEach(n -> {
            if (n instanceof KernelNotice.LinkSet(LinkRow link) && link.portNumber() > 0) {
                numbers.put(link.name(), link.portNumber() + (link.isUp() ? "" : " down"));
            }
        });
        System.out.println(numbers);
    }

    private static void addresses(Plan plan) {
        KernelRun run = KernelRun.of(plan);
        List<String> found = new ArrayList<>();
        rows(run, SpaceId.parse("k8s-1/pod"), new Query.Addresses()).forEach(n -> {
            if (n instanceof KernelNotice.AddressSet(AddressRow a) && a.scope() == 0) {
                found.add(a.address() + ((a.flags() & IFA_F_TENTATIVE) == 0 ? "" : " tentative"));
            }
        });
        System.out.println(found);
    }

    private static void linkLocals(Plan plan) {
        KernelRun run = KernelRun.of(plan);
        long own = run.spaces().stream()
                .flatMap(s -> rows(run, s, new Query.Addresses()).stream())
                .filter(n -> n instanceof KernelNotice.AddressSet(AddressRow a)
                        && a.address().toString().startsWith("fe80"))
                .count();
        System.out.println(run.spaces().size() + " namespaces, " + own + " link-local addresses");
    }

    private static List<KernelNotice> rows(KernelRun run, SpaceId space, Query query) {
        return run.socket(space).ask(NetlinkEncoder.encode(query, 1));
    }
}
