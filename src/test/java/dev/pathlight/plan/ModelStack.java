package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network stack of {@link PlanModel}. */
final class ModelStack {
    final Map<String, String> sysctls = new TreeMap<>();
    final List<Hop> routes = new ArrayList<>();
    final List<String> filters = new ArrayList<>();
    final Map<Name, Container> containers = new HashMap<>();
    boolean loopback;

    /** A route, and the device it leads by. */
    record Hop(Route route, int device) {}

    /** Routes name the device as it is called now. */
    void renamed(int index, IfName next) {
        routes.replaceAll(h -> h.device() == index
                ? new Hop(h.route().withDevice(h.route().device().map(x -> next)), h.device())
                : h);
    }

    /** What is written for all is written for each device, and for those to come. */
    void write(String key, String value) {
        sysctls.put(key, value);
        if (key.equals("ipv6.conf.all.disable_ipv6")) {
            sysctls.replaceAll((k, v) -> k.matches("ipv6\\.conf\\..+\\.disable_ipv6") ? value : v);
            sysctls.put("ipv6.conf.default.disable_ipv6", value);
        }
    }

    /** The device by which the gateway is reached, 0 for none. */
    int towards(SpaceId here, IpAddress gateway, Map<Integer, ModelDevice> devices) {
        int[] best = {0, -1};
        devices.forEach((index, d) -> d.addresses.forEach(a -> {
            if (d.space.equals(here) && d.up && a.contains(gateway) && a.prefix() > best[1]) {
                best[0] = index;
                best[1] = a.prefix();
            }
        }));
        routes.forEach(h -> {
            Cidr to = h.route().destination();
            if (h.route().via().isEmpty() && h.device() != 0 && to.contains(gateway) && to.prefix() > best[1]) {
                best[0] = h.device();
                best[1] = to.prefix();
            }
        });
        return best[0];
    }
}
