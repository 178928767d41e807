package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says one operation as the command that somebody types inside its namespace, word by word: no shell, no namespace's name. */
public final class SpaceCommand {
    private static final String LONE_QUOTE = "'\\''";

    private SpaceCommand() {}

    /** Empty for what cannot be said from inside by one command: what makes namespaces, cables and containers. */
    public static Optional<List<String>> of(NetOp op) {
        return switch (op) {
            case NetOp.WriteSysctl s -> Optional.of(List.of("sysctl", "-w", "net/" + s.path() + "=" + s.value()));
            case NetOp.AddFilterTable t -> Optional.of(List.of("nft", NftCommand.add(t)));
            case NetOp.DeleteFilterTable t -> Optional.of(List.of("nft", NftCommand.delete(t)));
            case NetOp.AddFilterChain c -> Optional.of(List.of("nft", NftCommand.add(c)));
            case NetOp.AddFilterRule r -> Optional.of(List.of("nft", NftCommand.add(r)));
            case NetOp.AddTunnelRow _,
                    NetOp.AddNeighbour _,
                    NetOp.JoinBridge _,
                    NetOp.LeaveBridge _,
                    NetOp.SetUp _,
                    NetOp.SetMtu _,
                    NetOp.SetMac _,
                    NetOp.RenameLink _,
                    NetOp.SetBridge _,
                    NetOp.DeleteTunnelRow _,
                    NetOp.SetSnooping _,
                    NetOp.SetHairpin _,
                    NetOp.DeleteLink _,
                    NetOp.AddAddress _,
                    NetOp.DeleteAddress _,
                    NetOp.AddRoute _,
                    NetOp.DeleteRoute _,
                    NetOp.DeleteNeighbour _ -> Optional.of(inside(op));
            // Namespaces, cables, containers, and what only a plan does.
            default -> Optional.empty();
        };
    }

    /** {@code ip -n NAMESPACE …} without the option. */
    private static List<String> inside(NetOp op) {
        Plan plan = new Plan(List.of(new Step(1, Stage.CONFIGURE, op, "")));
        List<String> words = words(new IpCommand(new NetnsNames(plan)).of(op));
        return Stream.concat(Stream.of(words.getFirst()), words.stream().skip(3))
                .toList();
    }

    /** No word of these commands holds a blank: names of interfaces and of namespaces cannot. */
    private static List<String> words(String command) {
        return Arrays.stream(command.split(" "))
                .map(w -> w.startsWith("'") ? w.substring(1, w.length() - 1).replace(LONE_QUOTE, "'") : w)
                .toList();
    }
}
