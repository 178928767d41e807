package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Ports that containers listen on, or were drawn to: one run, in which each container has a fate of its own. */
final class ContainerPortsTest {
    private static final SpaceId POD = SpaceId.parse("this/pod");

    private final List<SessionEvent> events = new CopyOnWriteArrayList<>();

    /** A program that takes its time until it listens: the responder, from where an earlier container has it. */
    private static List<String> late(String name, String listen) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program = "dev.pathlight.machine.engine.Responder";
        return List.of(
                "sh", "-c", "sleep 1; exec \"$@\"", "sh", java, "-cp", "/run/pathlight/small", program, name, listen);
    }

    private static Edit container(String name, List<String> command, Listen... listens) {
        return new Edit.SetContainer(POD, new Container(new Name(name), command, Optional.empty(), List.of(listens)));
    }

    private static CheckedTopology drawing(Edit... containers) {
        List<Edit> edits = new ArrayList<>(List.of(
                new Edit.AddNode(new Name("this"), new Layout.Box(0, 0, 400, 300)),
                new Edit.AddNamespace(POD, new Layout.Box(20, 20, 200, 200))));
        edits.addAll(List.of(containers));
        return Checker.check(new Edit.All(edits).applyTo(Drawing.empty()).topology())
                .checked()
                .orElseThrow();
    }

    @Test
    void aCommandIsWaitedForUntilItListensAndToldWhenItDoesNotOrCannot() throws Exception {
        CheckedTopology drawing = drawing(
                container("web", List.of(), new Listen("http", 80)),
                container("late", late("late", "tcp:7000"), new Listen("tcp", 7000)),
                container("mute", List.of("sleep", "infinity"), new Listen("udp", 53)),
                container("second", late("second", "tcp:80"), new Listen("tcp", 80)));
        try (Session session = Sessions.sandbox().open(drawing, events::add)) {
            assertThat(session.listeners(POD))
                    .extracting(l -> l.row().port(), Listener::container)
                    .containsExactly(
                            tuple(80, Optional.of(new Name("web"))), tuple(7000, Optional.of(new Name("late"))));
        }
        List<SessionEvent> told = events.stream()
                .filter(e -> e instanceof SessionEvent.ContainerTrouble
                        || e instanceof SessionEvent.Running(RunEvent.Finished _))
                .toList();
        assertThat(told).hasSize(3);
        assertThat(((SessionEvent.ContainerTrouble) told.get(0)).what())
                .hasToString("The container second in this/pod could not listen on TCP port 80.");
        assertThat(((SessionEvent.ContainerTrouble) told.get(0)).why())
                .hasToString("web listens on TCP port 80 already, and containers of one namespace share its ports: the"
                        + " kernel refused it to second (EADDRINUSE).");
        assertThat(((SessionEvent.ContainerTrouble) told.get(1)).what())
                .hasToString("The container mute in this/pod does not listen on UDP port 53.");
        assertThat(((SessionEvent.ContainerTrouble) told.get(1)).why())
                .hasToString("Its command runs, yet no process of it has opened that port within 10 seconds.");
        assertThat(told.get(2)).isInstanceOf(SessionEvent.Running.class);
    }
}
