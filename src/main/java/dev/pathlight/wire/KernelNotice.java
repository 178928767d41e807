package dev.pathlight.wire;

/** What a netlink route message says: in a dump and in a notice alike. */
public sealed interface KernelNotice {
    record LinkSet(LinkRow link) implements KernelNotice {}

    record LinkGone(LinkRow link) implements KernelNotice {}

    /**
     * A bridge port's state, told apart from its link: STP changes come only this way (RTM_NEWLINK of family
     * AF_BRIDGE). That family's RTM_DELLINK only means that a port left its bridge, which a {@link LinkSet} says too:
     * it is Unknown here.
     *
     * @param state BR_STATE_*: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking
     */
    record PortSet(int port, int bridge, int state) implements KernelNotice {}

    record AddressSet(AddressRow address) implements KernelNotice {}

    record AddressGone(AddressRow address) implements KernelNotice {}

    record RouteSet(RouteRow route) implements KernelNotice {}

    record RouteGone(RouteRow route) implements KernelNotice {}

    record NeighbourSet(NeighbourRow neighbour) implements KernelNotice {}

    record NeighbourGone(NeighbourRow neighbour) implements KernelNotice {}

    record FdbSet(FdbRow row) implements KernelNotice {}

    record FdbGone(FdbRow row) implements KernelNotice {}

    /** A rule of policy routing came or went (RTM_NEWRULE, RTM_DELRULE): any lookup may be answered differently now. */
    record RulesChanged() implements KernelNotice {}

    /** Settings of an IP stack, as they are now (RTM_NEWNETCONF): forwarding, reverse path filter. */
    record SettingsChanged(SettingsRow row) implements KernelNotice {}

    /** A chain of nftables as it is. */
    record ChainSet(ChainRow chain) implements KernelNotice {}

    /** A rule of nftables as it is; a notice does not say where among the others it stands. */
    record RuleSet(RuleRow rule) implements KernelNotice {}

    /** A set or map of nftables, empty as yet. */
    record SetMade(SetRow set) implements KernelNotice {}

    /** Some of what is in a set of nftables. */
    record SetFilled(SetRow set) implements KernelNotice {}

    /** A transaction changed tables, chains, rules or sets of nftables (NFT_MSG_NEWGEN). */
    record FiltersChanged() implements KernelNotice {}

    /** What a chain of nftables did with a packet that is followed (NFT_MSG_TRACE). */
    record Traced(TraceRow trace) implements KernelNotice {}

    /** A connection began or changed (IPCTNL_MSG_CT_NEW). */
    record ConnectionSet(ConnectionRow connection) implements KernelNotice {}

    record ConnectionGone(ConnectionRow connection) implements KernelNotice {}

    /** The namespace with this id died (RTM_DELNSID). */
    record NamespaceGone(int nsid) implements KernelNotice {}

    /** The end of a dump; {@code interrupted} when the tables changed meanwhile (NLM_F_DUMP_INTR): ask again. */
    record Done(int sequence, boolean interrupted) implements KernelNotice {}

    /**
     * The kernel's answer to a request: errno 0 is an acknowledgement; {@code text} is its extended-ack message or
     * "".
     */
    record Answer(int sequence, int errno, String text) implements KernelNotice {}

    /** A message this version does not understand. */
    record Unknown(int type) implements KernelNotice {}
}
