package dev.pathlight.plan;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says each step of a plan as one sentence without a full stop, in English and Chinese: {@code Create bridge br0 in this}. The
 * window and the terminal both have their words from here.
 */
public final class Sentences {
    private final Function<SpaceId, String> names;

    private Sentences(Function<SpaceId, String> names) {
        this.names = names;
    }

    /** Places by their paths, which is unmistakable: {@code this/ns1}. */
    public static Texts of(Step step) {
        return of(step.op());
    }

    public static Texts of(NetOp op) {
        return new Sentences(SpaceId::toString).say(op);
    }

    /** Places as the drawing calls them: a node by its title where it has one; a lone node's namespaces without its name. */
    public static Texts of(Step step, Topology topology) {
        return texts(in(step.op(), topology, Locale.ENGLISH), in(step.op(), topology, Locale.CHINESE));
    }

    private static String in(NetOp op, Topology topology, Locale locale) {
        return new Sentences(space -> called(space, topology, locale)).say(op).in(locale);
    }

    private static String called(SpaceId space, Topology topology, Locale locale) {
        if (!space.isRoot()) {
            return topology.nodes().size() == 1 ? space.namespace() : space.toString();
        }
        return topology.nodes().stream()
                .filter(n -> n.name().equals(space.node()))
                .map(n -> n.title().in(locale))
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse(space.toString());
    }

    private Texts say(NetOp op) {
        String in = names.apply(op.space());
        return switch (op) {
            case NetOp.MakeNamespace n
            when n.space().isRoot() -> texts("Make the network stack of " + in, "为 " + in + " 创建网络协议栈");
            case NetOp.MakeNamespace n -> texts("Make namespace " + in, "创建命名空间 " + in);
            case NetOp.DropNamespace n -> texts("Remove " + in + " with everything in it", "删除 " + in + " 及其中的一切");
            case NetOp.WriteSysctl s -> sysctl(s, in);
            case NetOp.CreateBridge b ->
                texts("Create bridge " + b.name() + " in " + in, "在 " + in + " 中创建网桥 " + b.name());
            case NetOp.CreateVeth v -> cable(v);
            case NetOp.CreateVxlan v -> tunnel(v, in);
            case NetOp.AddTunnelRow r -> tunnelRow(r, in);
            case NetOp.AddNeighbour n -> neighbour(n, in);
            case NetOp.JoinBridge j ->
                texts(
                        "Make " + j.port() + " a port of bridge " + j.bridge() + " in " + in,
                        "在 " + in + " 中把 " + j.port() + " 接入网桥 " + j.bridge());
            case NetOp.LeaveBridge l -> leave(l, in);
            case NetOp.DeleteNeighbour n -> forget(n, in);
            case NetOp.SetUp s
            when s.up() -> texts("Bring up " + s.name() + " in " + in, "启用 " + in + " 中的 " + s.name());
            case NetOp.SetUp s -> texts("Take down " + s.name() + " in " + in, "停用 " + in + " 中的 " + s.name());
            case NetOp.SetMtu m ->
                texts(
                        "Set the MTU of " + m.name() + " in " + in + " to " + m.mtu() + " bytes",
                        "把 " + in + " 中 " + m.name() + " 的 MTU 设为 " + m.mtu() + " 字节");
            case NetOp.SetSnooping s ->
                onOff(s.on(), "multicast snooping", "组播侦听", "bridge " + s.bridge(), "网桥 " + s.bridge(), in);
            case NetOp.SetHairpin h -> onOff(h.on(), "hairpin mode", "发夹模式", "port " + h.port(), "端口 " + h.port(), in);
            case NetOp.DeleteLink d -> texts("Delete " + d.name() + " in " + in, "删除 " + in + " 中的 " + d.name());
            case NetOp.AddAddress a ->
                texts(
                        "Give " + a.device() + " in " + in + " the address " + a.address(),
                        "给 " + in + " 中的 " + a.device() + " 配置地址 " + a.address());
            case NetOp.DeleteAddress a -> addressGone(a, in);
            case NetOp.AddRoute r
            when r.inFront() ->
                texts(
                        "Add " + route(r.route(), true) + " in " + in + ", in front of the connected one",
                        "在 " + in + " 中添加" + route(r.route(), false) + "，放在直连路由之前");
            case NetOp.AddRoute r ->
                texts("Add " + route(r.route(), true) + " in " + in, "在 " + in + " 中添加" + route(r.route(), false));
            case NetOp.DeleteRoute r ->
                texts("Delete " + route(r.route(), true) + " in " + in, "删除 " + in + " 中的" + route(r.route(), false));
            case NetOp.AddFilterTable t ->
                texts("Make the nftables table " + t.table() + " in " + in, "在 " + in + " 中创建 nftables 表 " + t.table());
            case NetOp.DeleteFilterTable t ->
                texts(
                        "Delete the nftables table " + t.table() + " in " + in,
                        "删除 " + in + " 中的 nftables 表 " + t.table());
            case NetOp.AddFilterChain c -> FilterSentences.chain(c.chain(), in);
            case NetOp.AddFilterRule r -> FilterSentences.rule(r, in);
            case NetOp.AwaitUsable a ->
                texts("Wait until " + a.name() + " in " + in + " is usable", "等待 " + in + " 中的 " + a.name() + " 可用");
            case NetOp.StartContainer c -> container(c.container(), in);
            case NetOp.StopContainer c ->
                texts("Stop container " + c.container() + " in " + in, "停止 " + in + " 中的容器 " + c.container());
        };
    }

    private static Texts leave(NetOp.LeaveBridge l, String in) {
        return texts("Take " + l.port() + " in " + in + " out of its bridge", "把 " + in + " 中的 " + l.port() + " 移出网桥");
    }

    private static Texts forget(NetOp.DeleteNeighbour n, String in) {
        return texts(
                "Forget the neighbour " + n.address() + " of " + n.device() + " in " + in,
                "删除 " + in + " 中 " + n.device() + " 的邻居 " + n.address());
    }

    private static Texts container(Container c, String in) {
        String startEn = "Start container " + c.name() + " in " + in;
        String startZh = "在 " + in + " 中启动容器 " + c.name();
        if (!c.command().isEmpty()) {
            String command = String.join(" ", c.command());
            return texts(startEn + ": " + command, startZh + "：" + command);
        }
        if (c.listens().isEmpty()) {
            return texts(startEn + ", which does nothing by itself", startZh + "，它自己什么也不做");
        }
        String ports = c.listens().stream()
                .map(l -> l.protocol().toUpperCase(Locale.ROOT) + " " + l.port())
                .collect(Collectors.joining(", "));
        return texts(startEn + ", which answers on " + ports, startZh + "，在 " + ports + " 上应答");
    }

    private static Texts tunnel(NetOp.CreateVxlan v, String in) {
        IfName over = v.vxlan().device();
        return texts(
                "Create the VXLAN tunnel end " + v.name() + " over " + over + " in " + in,
                "在 " + in + " 中创建经由 " + over + " 的 VXLAN 隧道端点 " + v.name());
    }

    private static Texts tunnelRow(NetOp.AddTunnelRow r, String in) {
        return texts(
                "Note at " + r.device() + " in " + in + " that " + r.mac() + " is behind " + r.remote(),
                "在 " + in + " 的 " + r.device() + " 上写明 " + r.mac() + " 在 " + r.remote() + " 后面");
    }

    private static Texts addressGone(NetOp.DeleteAddress a, String in) {
        return texts(
                "Take the address " + a.address() + " from " + a.device() + " in " + in,
                "删除 " + in + " 中 " + a.device() + " 的地址 " + a.address());
    }

    private static Texts neighbour(NetOp.AddNeighbour n, String in) {
        return texts(
                "Note at " + n.device() + " in " + in + " that " + n.address() + " is at " + n.mac(),
                "在 " + in + " 的 " + n.device() + " 上写明 " + n.address() + " 的 MAC 地址是 " + n.mac());
    }

    private static Texts sysctl(NetOp.WriteSysctl s, String in) {
        return switch (s.key() + "=" + s.value()) {
            case Sysctls.IPV6_OFF_BY_DEFAULT + "=1" ->
                texts(
                        "Keep IPv6 off new links in " + in + ", so that they come up silent",
                        "在 " + in + " 的新链路上暂不启用 IPv6，使其启用时保持安静");
            case Sysctls.IPV6_OFF + "=0" -> texts("Turn IPv6 on in " + in, "在 " + in + " 中启用 IPv6");
            case Sysctls.IPV6_OWN_ADDRESS + "=" + Sysctls.NO_OWN_ADDRESS ->
                texts(
                        "Let new links in " + in
                                + " make no IPv6 address of their own: so many would flood the bridges",
                        "让 " + in + " 的新链路不自动生成 IPv6 地址：链路太多会淹没网桥");
            default ->
                texts(
                        "Set " + s.key() + " to " + s.value() + " in " + in,
                        "把 " + in + " 中的 " + s.key() + " 设为 " + s.value());
        };
    }

    private Texts cable(NetOp.CreateVeth v) {
        String inA = names.apply(v.a().space());
        String inB = names.apply(v.b().space());
        String a = v.a().name() + " in " + inA;
        String b = v.b().name() + " in " + inB;
        String joinEn = v.a().bridge().isPresent() ? ", with " + v.a().name() + " as a port of its bridge" : "";
        String joinZh = v.a().bridge().isPresent() ? "，" + v.a().name() + " 接入其网桥" : "";
        return texts(
                "Lay a cable from " + a + " to " + b + joinEn,
                "用网线连接 " + inA + " 的 " + v.a().name() + " 与 " + inB + " 的 " + v.b().name() + joinZh);
    }

    private static Texts onOff(boolean on, String what, String whatZh, String of, String ofZh, String in) {
        return texts(
                "Turn " + what + " " + (on ? "on" : "off") + " for " + of + " in " + in,
                (on ? "打开 " : "关闭 ") + in + " 中" + ofZh + " 的" + whatZh);
    }

    private static String route(Route route, boolean english) {
        String kind =
                route.kind() == Route.Kind.UNICAST ? "" : route.kind().name().toLowerCase(Locale.ROOT);
        String words = route.isDefault()
                ? english ? "the default route" : "默认路由"
                : english ? "the route to " + route.destination() : "到 " + route.destination() + " 的路由";
        StringBuilder text = new StringBuilder(kind.isEmpty() ? words : words + " (" + kind + ")");
        route.via().ifPresent(v -> text.append(english ? " via " : "，经由 ").append(v));
        route.device().ifPresent(d -> text.append(english ? " dev " : "，设备 ").append(d));
        route.metric()
                .ifPresent(m -> text.append(english ? " metric " : "，度量值 ").append(Integer.toUnsignedString(m)));
        route.table()
                .ifPresent(t -> text.append(english ? " in table " : "，路由表 ").append(t));
        return text.toString();
    }

    static Texts texts(String english, String chinese) {
        return Texts.of(Map.of("en", english, "zh", chinese));
    }
}
