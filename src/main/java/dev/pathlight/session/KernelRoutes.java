package dev.pathlight.session;

import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Routes;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.Query;
import java.util.List;
import java.util.Optional;

/** Route lookups done by the kernels of a machine: nobody here re-enacts a routing table. */
final class KernelRoutes implements Routes {
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

    private static Answer answer(List<KernelNotice> said) {
        for (KernelNotice notice : said) {
            if (notice instanceof KernelNotice.RouteSet(var row)) {
                return new Answer.Found(row);
            }
            if (notice instanceof KernelNotice.Answer refusal && refusal.errno() != 0) {
                return new Answer.Refused(refusal.errno());
            }
        }
        return new Answer.Unknown();
    }
}
