package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.DeviceSysctl;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * IPv6 comes on or goes off, then addresses, the sysctls that name devices, and routes. An interface without a cable is not made; a route by it, or
 * by one that is down, waits until that changes.
 */
record ConfigureStage(Blueprint blueprint) {
    void addTo(StepList steps) {
        for (Blueprint.Space space : blueprint.spaces()) {
            settings(steps, space, Sysctls.ipv6(space.drawn().sysctls()));
        }
        for (Blueprint.Space space : blueprint.spaces()) {
            for (Interface i : space.drawn().interfaces()) {
                if (blueprint.isMade(new PortId(space.id(), i.name()))) {
                    addresses(steps, space, i.name(), i.addresses());
                }
            }
            for (Bridge bridge : space.drawn().bridges()) {
                addresses(steps, space, bridge.name(), bridge.addresses());
            }
            settings(steps, space, Sysctls.afterDevices(space.drawn().sysctls()));
            for (RouteOrder.Placed placed :
                    RouteOrder.of(space.drawn(), name -> blueprint.carries(new PortId(space.id(), name)))) {
                Route route = placed.route();
                OptionalInt device = blueprint.index(space.id(), route.device());
                NetOp add = new NetOp.AddRoute(space.id(), route, device, placed.inFront());
                steps.add(Stage.CONFIGURE, add, space.element());
            }
        }
    }

    private boolean isThere(Blueprint.Space space, IfName device) {
        return space.drawn().findInterface(device).isEmpty() || blueprint.isMade(new PortId(space.id(), device));
    }

    private void settings(StepList steps, Blueprint.Space space, Map<String, String> sysctls) {
        sysctls.forEach((key, value) -> {
            if (DeviceSysctl.device(key).map(d -> isThere(space, d)).orElse(true)) {
                steps.add(Stage.CONFIGURE, new NetOp.WriteSysctl(space.id(), key, value), space.element());
            }
        });
    }

    private void addresses(StepList steps, Blueprint.Space space, IfName device, List<Cidr> addresses) {
        PortId id = new PortId(space.id(), device);
        for (Cidr address : addresses) {
            steps.add(
                    Stage.CONFIGURE,
                    new NetOp.AddAddress(space.id(), blueprint.index(id), device, address),
                    blueprint.element(id));
        }
    }
}
