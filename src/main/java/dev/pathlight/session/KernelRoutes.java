package dev.pathlight.session;

import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Routes;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.Query;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Route lookups done by the kernels of a machine: nobody here re-enacts a routing table. */
final class KernelRoutes implements Routes {
    private static final int TABLE_MAIN = 254;
    private static final int RTAX_MTU = 2;
    private static final int TABLE_LOCAL = 255;
    private static final int RTN_LOCAL = 2;
    private static final int RTN_BROADCAST = 3;

    private final Machine machine;

    KernelRoutes(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Answer lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {
        try {
            return answer(machine.ask(space, new Query.RouteLookup(to, from, incoming)));
        } catch (MachineLost e) {
            // The session hears of the loss by itself; this journey merely stays unexplained.
            return new Answer.Unknown();
        }
    }

    @Override
    public OptionalInt pathMtu(SpaceId space, IpAddress to) {
        try {
            return machine.ask(space, new Query.PathLookup(to)).stream()
                    .flatMap(n -> n instanceof KernelNotice.RouteSet(var row)
                            ? Stream.ofNullable(row.facts().metrics().get(RTAX_MTU))
                            : Stream.empty())
                    .mapToInt(Integer::intValue)
                    .findFirst();
        } catch (MachineLost e) {
            return OptionalInt.empty();
        }
    }

    private static Answer answer(List<KernelNotice> said) {
        for (KernelNotice notice : said) {
            if (notice instanceof KernelNotice.RouteSet(var row)) {
                return new Answer.Found(inItsTable(row));
            }
            if (notice instanceof KernelNotice.Answer refusal && refusal.errno() != 0) {
                return new Answer.Refused(refusal.errno());
            }
        }
        return new Answer.Unknown();
    }

    /**
     * Until a namespace has its first rule, its tables local and main are one trie, and a lookup calls either "main" (seen on
     * 6.18; net/ipv4/fib_trie.c, fib_trie_unmerge); a list of routes tells them apart.
     */
    private static RouteRow inItsTable(RouteRow r) {
        boolean misnamed = r.table() == TABLE_MAIN && (r.type() == RTN_LOCAL || r.type() == RTN_BROADCAST);
        return misnamed ? r.inTable(TABLE_LOCAL) : r;
    }
}
