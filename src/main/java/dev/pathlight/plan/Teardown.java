package dev.pathlight.plan;

import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The undoing of steps. */
public final class Teardown {
    private Teardown() {}

    /**
     * What undoes {@code done}, last first; what lies inside a namespace that is dropped anyway is not undone one by
     * one (deleting a link costs 20 ms, dropping its namespace almost nothing). Settings of a namespace that stays
     * are left: a plan only writes them in namespaces it made.
     */
    public static Plan of(List<Step> done) {
        Set<SpaceId> dropped = done.stream()
                .map(Step::op)
                .filter(NetOp.MakeNamespace.class::isInstance)
                .map(NetOp::space)
                .collect(Collectors.toUnmodifiableSet());
        StepList undoing = new StepList();
        for (Step step : done.reversed()) {
            undo(step.op(), dropped).ifPresent(op -> undoing.add(step.stage(), op, step.element()));
        }
        return undoing.toPlan();
    }

    private static Optional<NetOp> undo(NetOp op, Set<SpaceId> dropped) {
        boolean goesAnyway = dropped.contains(op.space());
        return switch (op) {
            case NetOp.MakeNamespace made -> Optional.of(new NetOp.DropNamespace(made.space()));
            case NetOp.CreateBridge bridge
            when !goesAnyway -> Optional.of(new NetOp.DeleteLink(bridge.space(), bridge.index(), bridge.name()));
            case NetOp.CreateVeth veth
            when !goesAnyway && !dropped.contains(veth.b().space()) ->
                Optional.of(new NetOp.DeleteLink(
                        veth.space(), veth.a().index(), veth.a().name()));
            case NetOp.AddAddress added
            when !goesAnyway ->
                Optional.of(new NetOp.DeleteAddress(added.space(), added.index(), added.device(), added.address()));
            case NetOp.AddRoute added
            when !goesAnyway -> Optional.of(new NetOp.DeleteRoute(added.space(), added.route(), added.deviceIndex()));
            // A namespace lives as long as its processes do.
            case NetOp.StartContainer started ->
                Optional.of(new NetOp.StopContainer(
                        started.space(), started.container().name()));
            case NetOp.StopContainer s -> Optional.empty();
            case NetOp.AddFilterTable table
            when !goesAnyway -> Optional.of(new NetOp.DeleteFilterTable(table.space(), table.table()));
            case NetOp.AddFilterTable t -> Optional.empty();
            case NetOp.DeleteFilterTable t -> Optional.empty();
            case NetOp.AddFilterChain c -> Optional.empty();
            case NetOp.AddFilterRule r -> Optional.empty();
            case NetOp.CreateBridge c -> Optional.empty();
            case NetOp.CreateVeth c -> Optional.empty();
            case NetOp.CreateLink link
            when !goesAnyway && !dropped.contains(link.at()) ->
                Optional.of(new NetOp.DeleteLink(link.at(), link.index(), link.name()));
            case NetOp.CreateLink c -> Optional.empty();
            case NetOp.Enslave e -> Optional.empty();
            case NetOp.AddTunnelRow a -> Optional.empty();
            case NetOp.AddNeighbour a -> Optional.empty();
            case NetOp.AddAddress a -> Optional.empty();
            case NetOp.AddRoute a -> Optional.empty();
            case NetOp.JoinBridge j -> Optional.empty();
            case NetOp.LeaveBridge l -> Optional.empty();
            case NetOp.SetUp s -> Optional.empty();
            case NetOp.SetMtu s -> Optional.empty();
            case NetOp.SetSnooping s -> Optional.empty();
            case NetOp.SetHairpin s -> Optional.empty();
            case NetOp.AddPortVlan v -> Optional.empty();
            case NetOp.RemovePortVlan v -> Optional.empty();
            case NetOp.WriteSysctl w -> Optional.empty();
            case NetOp.AwaitUsable a -> Optional.empty();
            case NetOp.ResetSysctl r -> Optional.empty();
            case NetOp.SetMac s -> Optional.empty();
            case NetOp.RenameLink r -> Optional.empty();
            case NetOp.SetBridge s -> Optional.empty();
            case NetOp.DeleteTunnelRow d -> Optional.empty();
            case NetOp.DropNamespace d -> Optional.empty();
            case NetOp.DeleteLink d -> Optional.empty();
            case NetOp.DeleteAddress d -> Optional.empty();
            case NetOp.DeleteRoute d -> Optional.empty();
            case NetOp.DeleteNeighbour d -> Optional.empty();
        };
    }
}
