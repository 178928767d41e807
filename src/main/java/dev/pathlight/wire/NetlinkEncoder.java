package dev.pathlight.wire;

import static dev.pathlight.wire.Netlink.AF_BRIDGE;
import static dev.pathlight.wire.Netlink.AF_UNSPEC;
import static dev.pathlight.wire.Netlink.NLM_F_ACK;
import static dev.pathlight.wire.Netlink.NLM_F_DUMP;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.SpaceId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Says operations and queries in netlink bytes (native byte order; {@code linux/netlink.h}, {@code
 * linux/rtnetlink.h}). Everything asks for an acknowledgement, so a conversation ends with one {@link
 * KernelNotice.Answer}, or, for the queries that dump a table, with {@link KernelNotice.Done}. {@link
 * NetOp.AwaitUsable} and {@link Query.RouteLookup} are answered with a row before the acknowledgement.
 */
public final class NetlinkEncoder {
    private final LinkMessages links;

    /** @param descriptorOf the file descriptor by which the sending process holds a namespace (IFLA_NET_NS_FD) */
    public NetlinkEncoder(ToIntFunction<SpaceId> descriptorOf) {
        this.links = new LinkMessages(descriptorOf);
    }

    /**
     * One message, acknowledgement asked, to be sent by a route socket of {@code op.space()}; for nftables a transaction
     * of three, by a netfilter socket (see {@link #isFilter}), answered once. Throws
     * IllegalArgumentException for operations that are no netlink messages (namespaces, sysctls, containers).
     */
    public byte[] encode(NetOp op, int sequence) {
        return switch (op) {
            case NetOp.CreateBridge bridge -> links.createBridge(bridge, sequence);
            case NetOp.CreateVeth veth -> links.createVeth(veth, sequence);
            case NetOp.CreateLink link -> links.createLink(link, sequence);
            case NetOp.Enslave enslave -> LinkMessages.enslave(enslave, sequence);
            case NetOp.AddTunnelRow row -> IpMessages.add(row, sequence);
            case NetOp.AddNeighbour neighbour -> IpMessages.add(neighbour, sequence);
            case NetOp.DeleteTunnelRow row -> IpMessages.delete(row, sequence);
            case NetOp.SetMac mac -> LinkMessages.mac(mac, sequence);
            case NetOp.RenameLink name -> LinkMessages.rename(name, sequence);
            case NetOp.SetBridge bridge -> LinkMessages.bridge(bridge, sequence);
            case NetOp.JoinBridge join -> LinkMessages.join(join, sequence);
            case NetOp.LeaveBridge leave -> LinkMessages.leave(leave, sequence);
            case NetOp.SetUp up -> LinkMessages.up(up, sequence);
            case NetOp.SetMtu mtu -> LinkMessages.mtu(mtu, sequence);
            case NetOp.SetSnooping snooping -> LinkMessages.snooping(snooping, sequence);
            case NetOp.AddPortVlan vlan -> LinkMessages.vlan(vlan, sequence);
            case NetOp.RemovePortVlan vlan -> LinkMessages.vlan(vlan, sequence);
            case NetOp.SetHairpin hairpin -> LinkMessages.hairpin(hairpin, sequence);
            case NetOp.DeleteLink gone -> LinkMessages.delete(gone, sequence);
            case NetOp.AwaitUsable awaited -> LinkMessages.get(awaited, sequence);
            case NetOp.AddAddress added -> IpMessages.add(added, sequence);
            case NetOp.DeleteAddress deleted -> IpMessages.delete(deleted, sequence);
            case NetOp.AddRoute added -> IpMessages.add(added, sequence);
            case NetOp.DeleteRoute deleted -> IpMessages.delete(deleted, sequence);
            case NetOp.AddFilterTable t -> joined(FilterMessages.add(t, sequence));
            case NetOp.DeleteFilterTable t -> joined(FilterMessages.delete(t, sequence));
            case NetOp.AddFilterChain c -> joined(FilterMessages.add(c, sequence));
            case NetOp.AddFilterRule r -> joined(FilterMessages.add(r, sequence));
            case NetOp.DeleteNeighbour deleted -> IpMessages.delete(deleted, sequence);
            case NetOp.MakeNamespace n -> throw noMessage(n);
            case NetOp.DropNamespace n -> throw noMessage(n);
            case NetOp.WriteSysctl s -> throw noMessage(s);
            case NetOp.ResetSysctl s -> throw noMessage(s);
            case NetOp.StartContainer c -> throw noMessage(c);
            case NetOp.StopContainer c -> throw noMessage(c);
        };
    }

    /** Whether the messages of an operation go to NETLINK_NETFILTER; the others go to NETLINK_ROUTE. */
    public static boolean isFilter(NetOp op) {
        return op instanceof NetOp.AddFilterTable
                || op instanceof NetOp.DeleteFilterTable
                || op instanceof NetOp.AddFilterChain
                || op instanceof NetOp.AddFilterRule;
    }

    /** Whether a question goes to NETLINK_NETFILTER. */
    public static boolean isFilter(Query query) {
        return query instanceof Query.FilterChains
                || query instanceof Query.FilterRules
                || query instanceof Query.FilterSets
                || query instanceof Query.SetElements
                || query instanceof Query.Connections;
    }

    private static byte[] joined(List<byte[]> messages) {
        ByteBuffer all = ByteBuffer.allocate(
                messages.stream().mapToInt(m -> Netlink.aligned(m.length)).sum());
        messages.forEach(m -> all.put(m).position(Netlink.aligned(all.position())));
        return all.array();
    }

    private static IllegalArgumentException noMessage(NetOp op) {
        return new IllegalArgumentException("no netlink message does this: " + op);
    }

    /** One message. The rows that answer it come as {@link KernelNotice}s. */
    public static byte[] encode(Query query, int sequence) {
        return switch (query) {
            case Query.Links q -> LinkMessages.dump(sequence);
            case Query.Addresses q ->
                padded(new MessageWriter(RtNetlink.RTM_GETADDR, NLM_F_DUMP, sequence).u8(AF_UNSPEC), IfLink.IFADDRMSG);
            case Query.Routes q ->
                padded(new MessageWriter(RtNetlink.RTM_GETROUTE, NLM_F_DUMP, sequence).u8(AF_UNSPEC), RtNetlink.RTMSG);
            case Query.Neighbours q ->
                padded(new MessageWriter(RtNetlink.RTM_GETNEIGH, NLM_F_DUMP, sequence).u8(AF_UNSPEC), Neighbour.NDMSG);
            case Query.MacTables q ->
                padded(new MessageWriter(RtNetlink.RTM_GETNEIGH, NLM_F_DUMP, sequence).u8(AF_BRIDGE), Neighbour.NDMSG);
            case Query.Settings q ->
                padded(
                        new MessageWriter(RtNetlink.RTM_GETNETCONF, NLM_F_DUMP, sequence).u8(AF_UNSPEC),
                        RtNetlink.RTGENMSG);
            case Query.FilterChains q -> FilterMessages.dump(Nftables.GETCHAIN, sequence);
            case Query.FilterRules q -> FilterMessages.dump(Nftables.GETRULE, sequence);
            case Query.FilterSets q -> FilterMessages.dump(Nftables.GETSET, sequence);
            case Query.SetElements q -> FilterMessages.elements(q, sequence);
            case Query.Connections q -> FilterMessages.dump(Conntrack.GET, sequence);
            case Query.RouteLookup lookup -> IpMessages.lookup(lookup, RtNetlink.RTM_F_FIB_MATCH, sequence);
            case Query.PathLookup(var to) ->
                IpMessages.lookup(new Query.RouteLookup(to, Optional.empty(), 0), 0, sequence);
        };
    }

    /**
     * Gives the namespace held by descriptor {@code fd} the id {@code nsid} as seen from the sending socket's namespace
     * (RTM_NEWNSID, {@code linux/net_namespace.h}), so that a NETLINK_LISTEN_ALL_NSID socket there hears it.
     *
     * @param nsid from 0, one per namespace
     */
    public static byte[] newNsid(int fd, int nsid, int sequence) {
        return new MessageWriter(RtNetlink.RTM_NEWNSID, NLM_F_ACK, sequence)
                .u32(AF_UNSPEC)
                .attributeU32(RtNetlink.NETNSA_NSID, nsid)
                .attributeU32(RtNetlink.NETNSA_FD, fd)
                .toBytes();
    }

    /** The message after its family byte, filled up with zeros to {@code bytes} of fixed part. */
    private static byte[] padded(MessageWriter started, int bytes) {
        for (int i = 1; i < bytes; i++) {
            started.u8(0);
        }
        return started.toBytes();
    }
}
