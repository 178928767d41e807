package dev.pathlight.cli;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;

/** Says an operation as a plain sentence. */
final class Sentence {
    private Sentence() {}

    static String of(NetOp op) {
        return switch (op) {
            case NetOp.MakeNamespace o -> "Make the namespace " + o.space();
            case NetOp.DropNamespace o -> "Drop the namespace " + o.space() + " with everything in it";
            case NetOp.WriteSysctl o -> "Set net.%s to %s%s".formatted(o.key(), o.value(), in(o));
            case NetOp.CreateBridge o -> "Make the bridge " + o.name() + in(o);
            case NetOp.CreateVeth o -> "Lay a cable from %s to %s".formatted(end(o.a()), end(o.b()));
            case NetOp.JoinBridge o -> "Plug %s into the bridge %s%s".formatted(o.port(), o.bridge(), in(o));
            case NetOp.SetMtu o -> "Set the MTU of %s to %d bytes%s".formatted(o.name(), o.mtu(), in(o));
            case NetOp.SetUp o -> "Set %s %s%s".formatted(o.name(), o.up() ? "up" : "down", in(o));
            case NetOp.SetSnooping o ->
                "Turn multicast snooping %s on the bridge %s%s".formatted(onOff(o.on()), o.bridge(), in(o));
            case NetOp.SetHairpin o -> "Turn hairpin %s on the port %s%s".formatted(onOff(o.on()), o.port(), in(o));
            case NetOp.DeleteLink o -> "Remove " + o.name() + in(o);
            case NetOp.AddAddress o -> "Give %s the address %s%s".formatted(o.device(), o.address(), in(o));
            case NetOp.DeleteAddress o -> "Take the address %s from %s%s".formatted(o.address(), o.device(), in(o));
            case NetOp.AddRoute o -> "Add the route " + route(o.route()) + in(o);
            case NetOp.DeleteRoute o -> "Remove the route " + route(o.route()) + in(o);
            case NetOp.AwaitUsable o -> "Wait until " + o.name() + " is usable" + in(o);
        };
    }

    private static String in(NetOp op) {
        SpaceId space = op.space();
        return " in " + space;
    }

    private static String end(NetOp.VethEnd end) {
        return end.space() + "/" + end.name();
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String route(Route route) {
        String to = route.isDefault() ? "default" : route.destination().toString();
        return (route.kind() == Route.Kind.UNICAST ? "" : route.kind().name().toLowerCase(java.util.Locale.ROOT) + " ")
                + to
                + route.via().map(v -> " via " + v).orElse("")
                + route.device().map(d -> " dev " + d).orElse("");
    }
}
