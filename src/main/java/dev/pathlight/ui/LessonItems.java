package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;

/** What the drawing's menu offers about lessons. */
final class LessonItems implements Supplier<List<MenuItem>> {
    private final Workbench bench;
    private final Deeds deeds;

    LessonItems(Workbench bench, Deeds deeds) {
        this.bench = bench;
        this.deeds = deeds;
    }

    @Override
    public List<MenuItem> get() {
        List<MenuItem> items = new ArrayList<>();
        if (bench.lessons().offered().get().isPresent()) {
            items.add(item("write.own", "menu-edit-lesson", deeds::writeLesson));
        }
        items.add(item("write.new", "menu-new-lesson", deeds::newLesson));
        return items;
    }

    private MenuItem item(String phrase, String id, Runnable deed) {
        Phrases phrases = bench.phrases();
        MenuItem item = new MenuItem(phrases.say(phrase));
        item.setId(id);
        item.setOnAction(e -> deed.run());
        return item;
    }
}
