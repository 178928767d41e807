package dev.pathlight.wire;

import dev.pathlight.plan.Drawings;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Plans;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds one plan by netlink and by script, side by side, and prints every difference of what {@code ip -j} and
 * {@code bridge -j} show; then what the undo script left. Wants a namespace of its own with an empty {@code
 * /run/netns}.
 */
public final class Dialects {
    /** Counts down, depends on the order of other things, or on whether IPv6 already spoke. */
    private static final Pattern VARYING = Pattern.compile(
            "\"(\\w+_timer|mcast_n_groups|link_netnsid|tentative|operstate|promiscuity|allmulti)\":(\"\\w+\"|[\\w.]+),?");

    /**
     * Ethernet addresses that the drawing does not fix, and what follows from them: the drawn ones begin with
     * 02:00:00.
     */
    private static final Pattern DRAWN_BY_THE_KERNEL = Pattern.compile(
            "(?!02:00:00)([0-9a-f]{2}:){5}[0-9a-f]{2}|8000\\.(?!2:0:0:)[0-9a-f:]+" + "|fe80::(?!ff:fe00)[0-9a-f:]{4,}");

    private static final List<List<String>> VIEWS = List.of(
            List.of("ip", "-j", "-d", "link"),
            List.of("ip", "-j", "addr"),
            List.of("ip", "-j", "route", "show", "table", "all"),
            List.of("ip", "-j", "-6", "route", "show", "table", "all"),
            List.of("bridge", "-j", "-d", "link"),
            List.of("bridge", "-j", "fdb"));

    private Dialects() {}

    public static void main(String[] args) throws IOException {
        Topology drawing = switch (args[0]) {
            case "bridge" -> Drawings.bridgeLecture();
            case "lan" -> Drawings.twoNodesOnALan();
            case "routes" -> Drawings.routesBesideAConnectedOne();
            case "options" -> Drawings.everyOption();
            case "tunnel" -> Drawings.tunnelBetweenTwoNodes();
            case "hostile" -> Drawings.hostileNames();
            default -> throw new IllegalArgumentException(args[0]);
        };
        Plan plan = withoutContainers(Plans.of(drawing));
        KernelRun byNetlink = KernelRun.of(plan);
        script(IpScript.of(plan));
        NetnsNames names = new NetnsNames(plan);
        for (Step step : plan.steps()) {
            if (step.op() instanceof NetOp.MakeNamespace made) {
                compare(made.space(), byNetlink.path(made.space()), "/run/netns/" + names.of(made.space()));
                compareRouteText(made.space(), byNetlink);
            }
        }
        script(IpScript.undo(plan));
        System.out.print(String.join("\n", run(List.of("ls", "/run/netns"))));
    }

    /** Containers are processes, which no message starts. */
    private static Plan withoutContainers(Plan plan) {
        return new Plan(plan.steps().stream()
                .filter(s -> !(s.op() instanceof NetOp.StartContainer))
                .toList());
    }

    private static void script(String text) throws IOException {
        Path file = Files.createTempFile("plan", ".sh");
        Files.writeString(file, text);
        System.out.print(String.join("\n", run(List.of("sh", file.toString()))));
        Files.delete(file);
    }

    private static void compare(SpaceId space, String netlink, String script) {
        Function<String, Map<String, List<String>>> state = path -> {
            Map<String, List<String>> views = new TreeMap<>();
            VIEWS.forEach(v -> views.put(String.join(" ", v), rows(enter(path, v))));
            return views;
        };
        Map<String, List<String>> one = state.apply(netlink);
        Map<String, List<String>> other = state.apply(script);
        one.forEach((view, rows) -> {
            if (rows.isEmpty() && view.contains("link") && !view.startsWith("bridge")) {
                System.out.println("nothing to compare in " + space + " " + view);
            }
            report(space + " " + view, rows, other.get(view));
        });
    }

    static void report(String what, List<String> one, List<String> other) {
        if (!one.equals(other)) {
            List<String> onlyOne = new ArrayList<>(one);
            onlyOne.removeAll(other);
            List<String> onlyOther = new ArrayList<>(other);
            onlyOther.removeAll(one);
            System.out.println(what + "\n  only here  " + String.join("\n    ", onlyOne) + "\n  only there "
                    + String.join("\n    ", onlyOther));
        }
    }

    /**
     * A link-local address has a route only once duplicate address detection is over, a second after the link came
     * up.
     */
    private static boolean isSettled(String route) {
        return !route.startsWith("local fe80");
    }

    /** The kernel's routes in our words against the same in iproute2's. */
    private static void compareRouteText(SpaceId space, KernelRun run) {
        RouteSocket socket = run.socket(space);
        Map<Integer, String> links = new TreeMap<>();
        socket.ask(NetlinkEncoder.encode(new Query.Links(), 1)).stream()
                .filter(KernelNotice.LinkSet.class::isInstance)
                .map(n -> ((KernelNotice.LinkSet) n).link())
                .forEach(l -> links.put(l.index(), l.name()));
        List<String> ours = socket.ask(NetlinkEncoder.encode(new Query.Routes(), 2)).stream()
                .filter(KernelNotice.RouteSet.class::isInstance)
                .map(n -> RowText.route(((KernelNotice.RouteSet) n).route(), links::get))
                .filter(Dialects::isSettled)
                .sorted()
                .toList();
        List<String> theirs = new ArrayList<>(enter(run.path(space), List.of("ip", "route", "show", "table", "all")));
        theirs.addAll(enter(run.path(space), List.of("ip", "-6", "route", "show", "table", "all")));
        List<String> comparable = theirs.stream()
                .map(r -> r.replaceAll(" proto \\w+| pref \\w+| linkdown| onlink", "")
                        .strip())
                .filter(Dialects::isSettled)
                .distinct()
                .sorted()
                .toList();
        report(space + " routes in words", ours, comparable);
    }

    static List<String> enter(String path, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("nsenter", "--net=" + path));
        whole.addAll(command);
        return run(whole);
    }

    private static List<String> rows(List<String> output) {
        JsonNode array = JsonMapper.shared().readTree(String.join("\n", output));
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::toString)
                .filter(r -> !r.contains("\"mac\"") || r.contains("permanent") && r.contains("master"))
                // As isSettled: no sooner than a second after the link came up.
                .filter(r -> !r.contains("\"type\":\"local\",\"dst\":\"fe80"))
                .map(r -> VARYING.matcher(r).replaceAll(""))
                .map(r -> DRAWN_BY_THE_KERNEL.matcher(r).replaceAll("random"))
                .sorted()
                .toList();
    }

    static List<String> run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            return code == 0 ? out.lines().toList() : List.of(command + " ended with " + code + ": " + out);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command.toString(), e);
        }
    }
}
