package dev.pathlight.house;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words in Latin letters, and which of them belong into Chinese text. */
public final class Latin {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_]+");

    /** What a Chinese lecturer says in Latin letters too: protocols, units, commands, keywords of the file and of ip. */
    private static final Set<String> AT_HOME = Set.copyOf(List.of(("""
        Pathlight Linux Ping ping IP IPv IPv4 IPv6 ARP ICMP TTL MTU MAC VLAN LAN STP veth pair NAT TCP UDP
        mDNS ID sysctl sysctls net ip_forward forwarding ifindex peer_ifindex JSON UTF errno BPDU HTTP via
        dev src kind default blackhole route all conf ipv fd rp_filter proc sys lo eth cable name id English EN
        pathlight help VXLAN vxlan VNI onlink flannel ip Tab root libpcap libpcap0 Debian Ubuntu apt install Fedora dnf
        util linux unshare user max_user_namespaces max_net_namespaces kernel unprivileged_userns_clone
        AppArmor apparmor_restrict_unprivileged_userns userns MiB ac true false version ends json ns1 zh en
        pt BR ssh host port local mac this br veth0 ns flanneld Pod udp http kubectl yaml YAML Backend ConfigMap
        kube system get configmap cfg Type type gw Flannel yml bridge ipMasq nft nftables conntrack accept drop except from to docker CNI cni portmap protocol tcp sctp in out input
        output forward tcpdump arp pvid br_netfilter CONFIG_BRIDGE CONFIG_BRIDGE_VLAN_FILTERING CONFIG_BRIDGE_NETFILTER
        CONFIG_VXLAN CONFIG_NF_TABLES CONFIG_VLAN_ SVG PNG PDF GIF DOT Graphviz Mermaid
        macvlan ipvlan dummy bond VRF WireGuard
        """).strip().split("\\s+")));

    private Latin() {}

    /** Those words of {@code text} that should be in Chinese. */
    public static Stream<String> foreign(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).filter(word -> !AT_HOME.contains(word));
    }
}
