package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Checker;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.trace.Journey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Three namespaces on a bridge in a real sandbox, and the tables that a window would show of it, without a window. */
final class RealPings implements AutoCloseable {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");

    /** IPv6 is on, so every address is heard long before anybody asks for it. */
    static final String CHATTY = """
        {"version": 1, "name": "three", "nodes": [{"name": "this",
         "interfaces": [{"name": "p1"}, {"name": "p2"}, {"name": "p3"}],
         "bridges": [{"name": "br0", "ports": ["p1", "p2", "p3"]}], "namespaces": [
          {"name": "ns1", "interfaces": [{"name": "a", "mac": "02:00:00:00:00:01", "addresses": ["10.1.1.2/24"]}]},
          {"name": "ns2", "interfaces": [{"name": "b", "mac": "02:00:00:00:00:02", "addresses": ["10.1.1.3/24"]}]},
          {"name": "ns3", "interfaces": [{"name": "c", "mac": "02:00:00:00:00:03", "addresses": ["10.1.1.4/24"]}]}]}],
         "cables": [{"ends": ["this/ns1/a", "this/p1"]}, {"ends": ["this/ns2/b", "this/p2"]},
                    {"ends": ["this/ns3/c", "this/p3"]}]}
        """;

    static final String QUIET = CHATTY.replaceAll(
            "(\"name\": \"(ns.|this)\",)", "$1 \"sysctls\": " + "{\"ipv6.conf.default.disable_ipv6\": 1},");

    private final List<SessionEvent> events = new ArrayList<>();
    final TablesModel tables = new TablesModel();
    private Optional<Session> session = Optional.empty();

    @Override
    public void close() {
        session.ifPresent(Session::close);
    }

    Session run(String json) throws MachineLost {
        ReadResult read = TopologyReader.read("three", json.getBytes(StandardCharsets.UTF_8));
        Session opened = Sessions.sandbox()
                .open(
                        Checker.check(((ReadResult.Good) read).drawing().topology())
                                .checked()
                                .orElseThrow(),
                        e -> {
                            synchronized (events) {
                                events.add(e);
                            }
                        });
        session = Optional.of(opened);
        return opened;
    }

    void ping(int sequence) throws Exception {
        assertThat(session.orElseThrow().ping(NS1, NS2_ADDRESS, sequence)).isInstanceOf(PingReply.Answered.class);
        // What the kernel tells later must not show at the hops.
        Thread.sleep(300);
        synchronized (events) {
            events.forEach(this::take);
            events.clear();
        }
    }

    private void take(SessionEvent event) {
        if (event instanceof SessionEvent.TablesChanged(var snapshot)) {
            tables.add(snapshot);
        } else if (event instanceof SessionEvent.JourneyChanged(var journey)) {
            tables.add(journey);
        }
    }

    List<Journey> journeys() {
        return session.orElseThrow().journeys().stream()
                .filter(j -> j.protocol().equals("arp") || j.protocol().equals("icmp"))
                .sorted(Comparator.comparingLong(Journey::startNanos))
                .toList();
    }
}
