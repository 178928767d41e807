package dev.pathlight.view;

import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.trace.Journey;
import dev.pathlight.trace.tcpdump.Dump;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packet that is played as tcpdump prints it at each interface on its way; the hop it is at is lit. */
final class PacketDump {
    private final ClassicModel text = new ClassicModel(this::refresh);
    private Optional<Moment> moment = Optional.empty();

    void show(Optional<Moment> next) {
        if (!next.equals(moment)) {
            moment = next;
            refresh();
        }
    }

    private void refresh() {
        Optional<Moment> seen = moment.filter(m -> !m.isUnsent());
        text.show(
                seen.map(m -> m.hop().port().space()),
                () -> List.of(text(seen.get().journey())),
                row -> seen.get().hops().contains(Integer.valueOf(row)));
    }

    private static ClassicText text(Journey journey) {
        List<ClassicText.Line> lines = new ArrayList<>();
        for (Dump dump : Dump.of(List.of(journey), ZoneId.systemDefault())) {
            lines.add(new ClassicText.Line("[" + dump.port().space().shortName() + "] # " + dump.command(), "", ""));
            dump.lines()
                    .forEach(l -> l.text()
                            .lines()
                            .forEach(t -> lines.add(new ClassicText.Line(t, String.valueOf(l.hop()), ""))));
        }
        return new ClassicText("tcpdump -ne", lines);
    }

    ClassicModel text() {
        return text;
    }
}
