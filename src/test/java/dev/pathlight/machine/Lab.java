package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans written by hand: namespaces n0, n1 … cabled to a bridge in a namespace of its own. */
final class Lab {
    static final SpaceId LAN = SpaceId.parse("this");

    private final List<Step> steps = new ArrayList<>();

    private Lab() {}

    static SpaceId host(int i) {
        return SpaceId.parse("this/n" + i);
    }

    /** {@code n} hosts with 10.1.x.y/16 each, from 10.1.0.1. */
    static Plan star(int n) {
        Lab lab = new Lab();
        lab.spaces(n);
        lab.links(n);
        for (int i = 0; i < n; i++) {
            SpaceId host = host(i);
            lab.add(Stage.CONFIGURE, new NetOp.SetUp(host, 1, new IfName("lo"), true));
            String address = "10.1." + ((i + 1) >> 8) + "." + ((i + 1) & 255) + "/16";
            lab.add(Stage.CONFIGURE, new NetOp.AddAddress(host, outer(n, i), new IfName("eth0"), Cidr.parse(address)));
        }
        lab.add(Stage.READY, new NetOp.SetSnooping(LAN, 2, new IfName("br0"), true));
        for (int i = 0; i < n; i++) {
            lab.add(Stage.READY, new NetOp.AwaitUsable(LAN, 3 + i, new IfName("p" + i)));
            lab.add(Stage.READY, new NetOp.AwaitUsable(host(i), outer(n, i), new IfName("eth0")));
        }
        return new Plan(lab.steps);
    }

    private void spaces(int n) {
        add(Stage.SPACES, new NetOp.MakeNamespace(LAN, 0));
        silence(LAN);
        for (int i = 0; i < n; i++) {
            add(Stage.SPACES, new NetOp.MakeNamespace(host(i), i + 1));
            silence(host(i));
        }
    }

    private void silence(SpaceId space) {
        add(Stage.SPACES, new NetOp.WriteSysctl(space, "ipv6.conf.default.disable_ipv6", "1"));
    }

    private void links(int n) {
        IfName bridge = new IfName("br0");
        add(
                Stage.LINKS,
                new NetOp.CreateBridge(LAN, 2, bridge, Optional.empty(), OptionalInt.empty(), BridgeOptions.DEFAULT));
        for (int i = 0; i < n; i++) {
            add(
                    Stage.LINKS,
                    new NetOp.CreateVeth(
                            end(LAN, 3 + i, "p" + i, Optional.of(new NetOp.Master(2, bridge)), true),
                            end(host(i), outer(n, i), "eth0", Optional.empty(), false)));
            add(Stage.LINKS, new NetOp.SetUp(host(i), outer(n, i), new IfName("eth0"), true));
        }
        add(Stage.LINKS, new NetOp.SetUp(LAN, 2, bridge, true));
    }

    private static int outer(int n, int i) {
        return 3 + n + i;
    }

    private static NetOp.VethEnd end(SpaceId space, int index, String name, Optional<NetOp.Master> bridge, boolean up) {
        return new NetOp.VethEnd(space, index, new IfName(name), Optional.empty(), OptionalInt.empty(), bridge, up);
    }

    private void add(Stage stage, NetOp op) {
        steps.add(new Step(steps.size() + 1, stage, op, op.space().toString()));
    }
}
