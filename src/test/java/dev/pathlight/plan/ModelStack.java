package dev.pathlight.plan;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Route;
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
}
