package dev.pathlight.ui;

import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Gallery;
import java.nio.file.Path;
import javafx.scene.control.ScrollPane;

/** Draws the gallery, scrolled step by step, and each shipped drawing to PNG files, to be looked at. Arguments: the folder,
 * and words that size, theme and language must have, as {@code 1280-light-en}. */
public final class LookScenes {
    private LookScenes() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 1 ? args[1] : "1280-light-en"),
                FakeSession.opener(),
                LookScenes::draw);
    }

    private static void draw(LookWindow w) throws Exception {
        Look.until(() -> !w.bench().gallery().groups().isEmpty());
        Look.rest(2000);
        for (int i = 0; i <= 4; i++) {
            double at = i / 4.0;
            Look.onWindow(() -> ((ScrollPane) w.stage().getScene().lookup(".welcome")).setVvalue(at));
            w.shoot("gallery-" + i);
        }
        for (String name : Gallery.shipped()) {
            Look.onWindow(() -> w.bench().table().open(Path.of("topologies/" + name.strip())));
            Look.rest(500);
            w.shoot(name.strip().replace(".json", ""));
        }
    }
}
