package dev.pathlight.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * One property of the format, typed and taken back.
 *
 * @param of the property, by the schema
 * @param at the path of what has it
 * @param typed in the form, for {@code property} and {@code index}
 * @param written what then stands in the file, and did not before; "" where it is taken out
 */
record Typing(String of, String at, Property property, int index, String typed, String written) {
    private static final int NEW = InspectorModel.NEW;

    @Override
    public String toString() {
        return of;
    }

    private static Typing row(String of, String at, Property property, String typed, String written) {
        return new Typing(of, at, property, 0, typed, written);
    }

    private static Typing line(String of, String at, Property property, String typed, String written) {
        return new Typing(of, at, property, NEW, typed, written);
    }

    /** For every property of the format at least one. */
    static List<Typing> all() {
        return Stream.of(whole(), nodes(), stacks(), links(), kinds(), bridges(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Typing> whole() {
        return List.of(
                row("drawing.name", "", Property.NAME, "other", "\"name\": \"other\""),
                row("drawing.title", "", Property.TITLE, "A title", "\"title\": \"A title\""),
                new Typing("drawing.title", "", Property.TITLE, 1, "标题", "\"title\": {\"zh\": \"标题\"}"),
                row("drawing.description", "", Property.DESCRIPTION, "What", "\"description\": \"What\""),
                new Typing("drawing.description", "", Property.DESCRIPTION, 1, "说", "\"description\": {\"zh\": \"说\"}"),
                row("drawing.layout", "n", Property.BOX, "1 2 300.5 200", "\"n\": [1, 2, 300.5, 200]"),
                row("drawing.canvas", "n", Property.LOCKED, "true", "\"locked\": [\"n\"]"),
                row("canvas.collapsed", "n", Property.COLLAPSED, "true", "\"collapsed\": [\"n\"]"),
                row("canvas.locked", "n/a", Property.LOCKED, "true", "\"locked\": [\"n/a\"]"),
                row("canvas.heights", "group:g1", Property.HEIGHT, "-2", "\"heights\": {\"group:g1\": -2}"),
                row("group.id", "group:g1", Property.NAME, "lab", "\"id\": \"lab\""),
                row("group.title", "group:g1", Property.TITLE, "Lab", "\"title\": \"Lab\""),
                row("group.colour", "group:g1", Property.COLOUR, "red", "\"colour\": \"red\""),
                row("drawing.flannel", "", Property.FLANNEL, "false", ""),
                row("flannel.network", "", Property.NETWORK, "10.200.0.0/16", "\"network\": \"10.200.0.0/16\""),
                row("flannel.subnet_len", "", Property.SUBNET_LEN, "26", "\"subnet_len\": 26"),
                row("flannel.subnet_min", "", Property.SUBNET_MIN, "10.244.4.0", "\"subnet_min\": \"10.244.4.0\""),
                row("flannel.subnet_max", "", Property.SUBNET_MAX, "10.244.9.0", "\"subnet_max\": \"10.244.9.0\""),
                row("flannel.backend", "", Property.BACKEND, "host-gw", ""),
                row("flannel[vxlan].vni", "", Property.BACKEND_VNI, "9", "\"vni\": 9"),
                row("flannel[vxlan].udp_port", "", Property.BACKEND_PORT, "4789", "\"udp_port\": 4789"),
                row("flannel.bridge", "", Property.CNI_BRIDGE, "cbr0", "\"bridge\": \"cbr0\""),
                row("flannel.hairpin", "", Property.CNI_HAIRPIN, "true", "\"hairpin\": true"),
                row("flannel.default_gateway", "", Property.CNI_GATEWAY, "true", "\"default_gateway\": true"),
                row("flannel.masquerade", "", Property.CNI_MASQUERADE, "true", "\"masquerade\": true"),
                row(
                        "flannel.bridge_masquerade",
                        "",
                        Property.CNI_BRIDGE_MASQUERADE,
                        "true",
                        "\"bridge_masquerade\": true"),
                row("flannel.portmap", "", Property.CNI_PORTMAP, "true", "\"portmap\": true"),
                row("flannel.mtu", "", Property.CNI_MTU, "1400", "\"mtu\": 1400"));
    }

    private static List<Typing> nodes() {
        return List.of(
                row("node.name", "n", Property.NAME, "rack", "\"name\": \"rack\""),
                row("node.title", "n", Property.TITLE, "Rack", "\"title\": \"Rack\""),
                row("node.host", "n", Property.HOST, "ssh://root@10.0.0.9:22", "\"host\": \"ssh://root@10.0.0.9:22\""),
                line("node.interfaces", "n", Property.INTERFACES, "eth7", "{\"name\": \"eth7\"}"),
                line("node.routes", "n", Property.ROUTES, "10.8.0.0/16 via 172.12.1.2", "\"to\": \"10.8.0.0/16\""),
                line(
                        "node.sysctls",
                        "n",
                        Property.SYSCTLS,
                        "ipv4.conf.all.rp_filter = 0",
                        "\"ipv4.conf.all.rp_filter\": 0"),
                line("node.nat", "n", Property.MASQUERADE, "10.7.0.0/16", "\"source\": \"10.7.0.0/16\""),
                line("node.firewall", "n", Property.FILTERS, "output accept", "\"hook\": \"output\""),
                line("node.containers", "n", Property.CONTAINERS, "db", "{\"name\": \"db\""),
                row("namespace.name", "n/a", Property.NAME, "ns9", "\"name\": \"ns9\""),
                row("namespace.title", "n/a", Property.TITLE, "Pod", "\"title\": \"Pod\""),
                line("namespace.interfaces", "n/a", Property.INTERFACES, "eth7", "{\"name\": \"eth7\"}"),
                line("namespace.routes", "n/a", Property.ROUTES, "10.8.0.0/16 dev eth0", "\"to\": \"10.8.0.0/16\""),
                row("namespace.sysctls", "n/a", Property.FORWARD, "true", "\"ipv4.ip_forward\": 1"),
                row("namespace.sysctls", "n/a", Property.FORWARD_V6, "true", "\"ipv6.conf.all.forwarding\": 1"),
                line("namespace.nat", "n/a", Property.PUBLISH, "81/udp to 10.1.1.2:82", "\"to_port\": 82"),
                line(
                        "namespace.firewall",
                        "n/a",
                        Property.POLICIES,
                        "forward drop",
                        "\"policy\": {\"forward\": \"drop\"}"),
                line("namespace.containers", "n/a", Property.CONTAINERS, "db", "{\"name\": \"db\""));
    }

    private static Typing route(String field, String typed, String written) {
        return row("route." + field, "n", Property.ROUTES, typed, written);
    }

    private static Typing filter(String field, String typed, String written) {
        return row("filter." + field, "n", Property.FILTERS, typed, written);
    }

    private static Typing publish(String field, String typed, String written) {
        return row("publish." + field, "n", Property.PUBLISH, typed, written);
    }

    private static List<Typing> stacks() {
        return List.of(
                route("kind", "blackhole 10.9.0.0/16", "\"kind\": \"blackhole\""),
                route("to", "10.10.0.0/16 via 172.12.1.1", "\"to\": \"10.10.0.0/16\""),
                route("via", "10.9.0.0/16 via 172.12.1.9", "\"via\": \"172.12.1.9\""),
                route("dev", "10.9.0.0/16 via 172.12.1.1 dev ens33", "\"dev\": \"ens33\""),
                route("src", "10.9.0.0/16 via 172.12.1.1 src 172.12.1.11", "\"src\": \"172.12.1.11\""),
                route("metric", "10.9.0.0/16 via 172.12.1.1 metric 2147483647", "\"metric\": 2147483647"),
                route("table", "10.9.0.0/16 via 172.12.1.1 table 100", "\"table\": 100"),
                route("onlink", "10.9.0.0/16 via 172.12.1.1 dev ens33 onlink", "\"onlink\": true"),
                line("nat.masquerade", "n", Property.MASQUERADE, "10.7.0.0/16", "\"source\": \"10.7.0.0/16\""),
                line("nat.publish", "n", Property.PUBLISH, "81/tcp to 10.1.1.2:82", "\"to_port\": 82"),
                row("masquerade.source", "n", Property.MASQUERADE, "10.2.0.0/16", "\"source\": \"10.2.0.0/16\""),
                row(
                        "masquerade.except_out",
                        "n",
                        Property.MASQUERADE,
                        "10.1.0.0/16 except br0",
                        "\"except_out\": \"br0\""),
                row(
                        "masquerade.except_to",
                        "n",
                        Property.MASQUERADE,
                        "10.1.0.0/16 except to 10.1.0.0/16 224.0.0.0/4",
                        "\"except_to\": [\"10.1.0.0/16\", \"224.0.0.0/4\"]"),
                publish("protocol", "8080/udp to 10.1.1.2:80", "\"protocol\": \"udp\""),
                publish("address", "172.12.1.11:8080/tcp to 10.1.1.2:80", "\"address\": \"172.12.1.11\""),
                publish("port", "8081/tcp to 10.1.1.2:80", "\"port\": 8081"),
                publish("to", "8080/tcp to 10.1.1.3:80", "\"to\": \"10.1.1.3\""),
                publish("to_port", "8080/tcp to 10.1.1.2:81", "\"to_port\": 81"),
                line("firewall.policy", "n", Property.POLICIES, "forward drop", "\"policy\": {\"forward\": \"drop\"}"),
                line("firewall.rules", "n", Property.FILTERS, "output accept", "\"hook\": \"output\""),
                line("policy.input", "n", Property.POLICIES, "input drop", "\"input\": \"drop\""),
                line("policy.forward", "n", Property.POLICIES, "forward drop", "\"forward\": \"drop\""),
                line("policy.output", "n", Property.POLICIES, "output drop", "\"output\": \"drop\""),
                filter("hook", "input drop", "\"hook\": \"input\""),
                filter("verdict", "forward reject", "\"verdict\": \"reject\""),
                filter("source", "forward drop from 10.3.0.0/16", "\"source\": \"10.3.0.0/16\""),
                filter("destination", "forward drop to 10.1.0.0/16", "\"destination\": \"10.1.0.0/16\""),
                filter("protocol", "forward drop icmp", "\"protocol\": \"icmp\""),
                filter("port", "forward drop tcp port 443", "\"port\": 443"),
                filter("in", "forward drop in ens33", "\"in\": \"ens33\""),
                filter("out", "forward drop out ens33", "\"out\": \"ens33\""),
                filter(
                        "states",
                        "forward drop state established,related",
                        "\"states\": [\"established\", \"related\"]"),
                filter("comment", "forward drop # nobody passes", "\"comment\": \"nobody passes\""));
    }

    private static List<Typing> links() {
        return List.of(
                row("interface.name", "n/ens33", Property.NAME, "eth9", "{\"name\": \"eth9\""),
                row("interface.kind", "n/d0", Property.KIND, "vrf", "{\"name\": \"d0\", \"kind\": \"vrf\""),
                row("interface.mac", "n/ens33", Property.MAC, "02:00:00:00:00:07", "\"mac\": \"02:00:00:00:00:07\""),
                row("interface.mtu", "n/ens33", Property.MTU, "1400", "\"mtu\": 1400"),
                line(
                        "interface.addresses",
                        "n/d0",
                        Property.ADDRESSES,
                        "10.5.0.1/32",
                        "\"addresses\": [\"10.5.0.1/32\"]"),
                row("interface.up", "n/ens33", Property.UP, "false", "\"up\": false"),
                row("interface.pvid", "n/p0", Property.PVID, "10", "\"pvid\": 10"),
                row("interface[vxlan].vni", "n/vx0", Property.VNI, "77", "\"vni\": 77"),
                row("interface[vxlan].device", "n/vx0", Property.DEVICE, "br0", "\"device\": \"br0\""),
                row("interface[vxlan].local", "n/vx0", Property.LOCAL, "172.12.1.13", "\"local\": \"172.12.1.13\""),
                row("interface[vxlan].remote", "n/vx0", Property.REMOTE, "172.12.1.14", "\"remote\": \"172.12.1.14\""),
                row("interface[vxlan].udp_port", "n/vx0", Property.UDP_PORT, "8473", "\"udp_port\": 8473"),
                row("interface[vxlan].learning", "n/vx0", Property.LEARNING, "false", "\"learning\": false"),
                line(
                        "interface[vxlan].peers",
                        "n/vx0",
                        Property.PEERS,
                        "02:00:00:00:00:02 via 172.12.1.13",
                        "{\"mac\": \"02:00:00:00:00:02\""),
                row(
                        "peer.mac",
                        "n/vx0",
                        Property.PEERS,
                        "02:00:00:00:00:03 via 172.12.1.12",
                        "\"mac\": \"02:00:00:00:00:03\""),
                row(
                        "peer.remote",
                        "n/vx0",
                        Property.PEERS,
                        "02:00:00:00:00:01 via 172.12.1.15",
                        "\"remote\": \"172.12.1.15\""),
                row(
                        "peer.address",
                        "n/vx0",
                        Property.PEERS,
                        "02:00:00:00:00:01 via 172.12.1.12 ip 10.244.1.0",
                        "\"address\": \"10.244.1.0\""));
    }

    private static List<Typing> kinds() {
        return List.of(
                row("interface[vlan].parent", "n/v100", Property.PARENT, "ens34", "\"parent\": \"ens34\""),
                row("interface[vlan].tag", "n/v100", Property.TAG, "200", "\"tag\": 200"),
                row("interface[macvlan].parent", "n/mv0", Property.PARENT, "ens34", "\"parent\": \"ens34\""),
                row("interface[macvlan].mode", "n/mv0", Property.MODE, "vepa", "\"mode\": \"vepa\""),
                row("interface[ipvlan].parent", "n/iv0", Property.PARENT, "ens34", "\"parent\": \"ens34\""),
                row("interface[ipvlan].mode", "n/iv0", Property.MODE, "l3s", "\"mode\": \"l3s\""),
                row("interface[vrf].table", "n/blue", Property.TABLE, "2147483647", "\"table\": 2147483647"),
                line("interface[vrf].members", "n/blue", Property.MEMBERS, "spare", "\"members\": [\"spare\"]"),
                row("interface[ipip].local", "n/tun0", Property.LOCAL, "172.12.1.21", "\"local\": \"172.12.1.21\""),
                row("interface[ipip].remote", "n/tun0", Property.REMOTE, "172.12.1.22", "\"remote\": \"172.12.1.22\""),
                row("interface[wireguard].listen_port", "n/wg0", Property.LISTEN_PORT, "5000", "\"listen_port\": 5000"),
                row("interface[bond].mode", "n/bond0", Property.MODE, "802.3ad", "\"mode\": \"802.3ad\""),
                line(
                        "interface[bond].members",
                        "n/bond0",
                        Property.MEMBERS,
                        "spare",
                        "\"members\": [\"d0\", \"spare\"]"));
    }

    private static Typing bridge(String field, Property property, String typed, String written) {
        return row("bridge." + field, "n/br0", property, typed, written);
    }

    private static List<Typing> bridges() {
        return List.of(
                bridge("name", Property.NAME, "br9", "{\"name\": \"br9\""),
                line("bridge.ports", "n/br0", Property.PORTS, "spare", "\"ports\": [\"p0\", \"spare\"]"),
                bridge("stp", Property.STP, "true", "\"stp\": true"),
                bridge("ageing_seconds", Property.AGEING, "0", "\"ageing_seconds\": 0"),
                bridge("forward_delay_seconds", Property.DELAY, "4", "\"forward_delay_seconds\": 4"),
                bridge("priority", Property.PRIORITY, "4096", "\"priority\": 4096"),
                row(
                        "bridge.vlan_filtering",
                        "n/a/br1",
                        Property.VLAN,
                        "true",
                        "{\"name\": \"br1\", \"vlan_filtering\": true}"),
                bridge("multicast_snooping", Property.SNOOPING, "false", "\"multicast_snooping\": false"),
                row("bridge.hairpin", "n/br0", Property.HAIRPIN, "true", "\"hairpin\": true"),
                bridge("mac", Property.MAC, "02:00:00:00:00:08", "\"mac\": \"02:00:00:00:00:08\""),
                bridge("mtu", Property.MTU, "1450", "\"mtu\": 1450"),
                line(
                        "bridge.addresses",
                        "n/br0",
                        Property.ADDRESSES,
                        "10.6.0.1/24",
                        "\"addresses\": [\"10.6.0.1/24\"]"),
                bridge("up", Property.UP, "false", "\"up\": false"));
    }

    private static List<Typing> others() {
        String cable = "cable:n/a/eth0";
        return List.of(
                row("container.name", "n/web", Property.NAME, "shop", "{\"name\": \"shop\""),
                line("container.command", "n/web", Property.COMMAND, "nginx", "\"command\": [\"nginx\"]"),
                row("container.image", "n/web", Property.IMAGE, "nginx:1.27", "\"image\": \"nginx:1.27\""),
                line("container.listens", "n/web", Property.LISTENS, "udp:53", "\"port\": 53"),
                row("listen.protocol", "n/web", Property.LISTENS, "http:7", "\"protocol\": \"http\""),
                row("listen.port", "n/web", Property.LISTENS, "tcp:70", "\"port\": 70"),
                row("cable.ends", cable, Property.PLUG_B, "n/spare", "\"ends\": [\"n/a/eth0\", \"n/spare\"]"),
                row("cable.impairment", cable, Property.LINK_DELAY, "20", "\"impairment\": {\"delay_us\": 20000}"),
                row("impairment.delay_us", cable, Property.LINK_DELAY, "0.5", "\"delay_us\": 500"),
                row("impairment.jitter_us", cable, Property.LINK_JITTER, "1.5", "\"jitter_us\": 1500"),
                row("impairment.loss_percent", cable, Property.LINK_LOSS, "1.5", "\"loss_percent\": 1.5"),
                row("impairment.rate_kbit", cable, Property.LINK_RATE, "10000", "\"rate_kbit\": 10000"),
                row("lan.name", "lan:lan0", Property.NAME, "campus", "\"name\": \"campus\""),
                row("lan.title", "lan:lan0", Property.TITLE, "Switch", "\"title\": \"Switch\""),
                line("lan.nics", "lan:lan0", Property.NICS, "n/spare", "\"nics\": [\"n/ens33\", \"n/spare\"]"),
                row("note.id", "note:hint", Property.NAME, "other", "\"id\": \"other\""),
                row("note.text", "note:hint", Property.TEXT, "See\nthis", "\"text\": \"See\\nthis\""),
                row("note.framed", "note:hint", Property.FRAMED, "false", "\"framed\": false"),
                new Typing("note.text", "note:hint", Property.TEXT, 1, "看", "\"zh\": \"看\""));
    }
}
