package dev.pathlight.ui;

import dev.pathlight.view.DiskWatch;
import dev.pathlight.view.Exports;
import dev.pathlight.view.Keeping;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.SafetyCopies.Found;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What was carried out of the program, and questions that can wait for their answer, a line each: what becomes of changes that a crash left behind, and of a file that
 * another program has written to.
 */
final class NoticeBar extends VBox {
    /** The others come up once these are answered. */
    private static final int MOST = 3;

    /** To read what was done. */
    private static final Duration LONG_ENOUGH = Duration.seconds(8);

    private final Keeping keeping;
    private final Exports exports;
    private final Deeds deeds;
    private final PauseTransition soon = new PauseTransition(LONG_ENOUGH);
    private final Phrases phrases;
    private final Parts parts;

    NoticeBar(Workbench bench, Deeds deeds) {
        this.deeds = deeds;
        exports = bench.table().exports();
        keeping = bench.keeping();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        setId("notices");
        getStyleClass().add("notices");
        keeping.lost().addListener((ListChangeListener<Found>) c -> fill());
        keeping.disk().change().subscribe(c -> fill());
        bench.table().exports().done().subscribe(d -> {
            fill();
            d.ifPresent(now -> soon.playFromStart());
        });
        soon.setOnFinished(e -> bench.table().exports().dismiss());
        phrases.locale().subscribe(l -> fill());
    }

    private void fill() {
        List<HBox> lines = new ArrayList<>();
        exports.done().get().ifPresent(d -> lines.add(done(d)));
        keeping.disk().change().get().ifPresent(c -> lines.add(changed(c)));
        keeping.lost().stream().limit(MOST).forEach(f -> lines.add(lost(f)));
        getChildren().setAll(lines);
        Parts.show(this, !lines.isEmpty());
    }

    private HBox done(Exports.Done done) {
        return line(
                "check-circle",
                phrases.say(done.phrase(), done.what()),
                phrases.say(done.more()),
                button("done", "export.ok", "export.ok.long", exports::dismiss));
    }

    private HBox lost(Found found) {
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(phrases.locale().get())
                .format(found.written().atZone(ZoneId.systemDefault()));
        String where =
                found.copy().file().map(f -> phrases.say("lost.file", f)).orElseGet(() -> phrases.say("lost.nofile"));
        return line(
                "recover",
                phrases.say("lost.what", keeping.title(found), when),
                where,
                button("restore", "lost.restore", "lost.restore.long", () -> deeds.restore(found)),
                button("throw-away", "lost.discard", "lost.discard.long", () -> deeds.discard(found)));
    }

    private HBox changed(DiskWatch.Change change) {
        List<Button> answers = new ArrayList<>();
        if (change.now().isPresent()) {
            answers.add(button("reload", "disk.reload", "disk.reload.long", keeping.disk()::reload));
        }
        answers.add(button("keep-mine", "disk.keep", "disk.keep.long", keeping.disk()::keepMine));
        String why = change.isGone() ? "disk.gone" : change.now().isPresent() ? "disk.changed" : "disk.unreadable";
        return line(
                "file-warning",
                phrases.say(
                        why, Optional.ofNullable(change.file().getFileName()).orElse(change.file())),
                phrases.say(why + ".todo"),
                answers.toArray(Button[]::new));
    }

    private static HBox line(String icon, String what, String more, Button... answers) {
        Label head = label(what, "notice-what");
        VBox text = new VBox(head, label(more, "notice-more"));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(Parts.icon(icon), text);
        line.getChildren().addAll(answers);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("notice-line");
        return line;
    }

    private static Label label(String text, String style) {
        Label l = new Label(text);
        l.setId(style);
        l.getStyleClass().add(style);
        l.setWrapText(true);
        l.setMinHeight(USE_PREF_SIZE);
        return l;
    }

    private Button button(String id, String phrase, String reason, Runnable action) {
        Button b = new Button(phrases.say(phrase));
        b.setId(id);
        b.setMinWidth(USE_PREF_SIZE);
        parts.explain(b, reason, "");
        b.setOnAction(e -> action.run());
        return b;
    }
}
