package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** What is said beneath the canvas about the hop that is played: a sentence, and the facts under it. */
public final class CaptionModel {
    private final Phrases phrases;
    private final Playback playback;
    private final TablesModel tables;
    private final ObservableValue<Drawing> drawing;
    private final ReadOnlyStringWrapper packet = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper table = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper row = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper seam = new ReadOnlyStringWrapper("");
    private final Seams seams;
    private Optional<Moment> shown = Optional.empty();

    CaptionModel(
            Phrases phrases, Playback playback, TablesModel tables, Seams seams, ObservableValue<Drawing> drawing) {
        this.seams = seams;
        this.phrases = phrases;
        this.playback = playback;
        this.tables = tables;
        this.drawing = drawing;
        playback.moment().subscribe(m -> {
            if (!m.equals(shown)) {
                say(m);
            }
        });
        phrases.locale().subscribe(l -> say(playback.moment().get()));
    }

    private void say(Optional<Moment> moment) {
        shown = moment;
        Caption caption = new Caption(phrases, drawing.getValue().topology(), tables.latest());
        packet.set(moment.map(m -> m.journey().what()).orElse(""));
        sentence.set(moment.map(caption::sentence).orElse(""));
        facts.set(moment.map(caption::facts).orElse(""));
        Optional<Decision> deciding = moment.flatMap(Caption::deciding);
        table.set(deciding.map(caption::table).orElse(""));
        row.set(deciding.map(caption::row).orElse(""));
        seam.set(moment.map(this::seam).orElse(""));
    }

    private String seam(Moment moment) {
        List<PortId> missing = Seams.missing(moment);
        if (!missing.isEmpty()) {
            String at = missing.stream().map(Places::shortName).collect(Collectors.joining(", "));
            return phrases.say("seam.missing", at);
        }
        return seams.isJoined(moment) ? phrases.say("seam.joined") : "";
    }

    /** Where the picture is less whole than it looks at this hop; "" where it is whole. */
    public ReadOnlyStringProperty seam() {
        return seam.getReadOnlyProperty();
    }

    /** Which packet: {@code ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1}. */
    public ReadOnlyStringProperty packet() {
        return packet.getReadOnlyProperty();
    }

    /** What happens to it here, and by which row; "" when nothing plays. */
    public ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }

    /** In which table the row that decided here stands; "" where none did. */
    public ReadOnlyStringProperty table() {
        return table.getReadOnlyProperty();
    }

    /** The row that decided here, as its command prints it. */
    public ReadOnlyStringProperty row() {
        return row.getReadOnlyProperty();
    }

    /** The stops of the journey that plays, as the transport bar names them. */
    public List<String> stops() {
        return playback.steps().get().stream().map(Caption::stop).toList();
    }
}
