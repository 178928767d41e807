package dev.pathlight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** One of the project's own icons: a single stroked path on a square of 24 units, in the colour of the text beside it. */
final class OwnIcon extends Pane {
    private static final double UNITS = 24;
    private static final Pattern PATH = Pattern.compile("\\sd=\"([^\"]+)\"");

    private final Scale scale = new Scale(1, 1, 0, 0);

    /** @param name a file of {@code icons/} without its ending */
    OwnIcon(String name) {
        SVGPath path = new SVGPath();
        path.setContent(path(name));
        path.getStyleClass().add("own-icon");
        path.setManaged(false);
        path.getTransforms().add(scale);
        getChildren().add(path);
        size(22);
    }

    /** Its edge, in pixels. */
    void size(double px) {
        scale.setX(px / UNITS);
        scale.setY(px / UNITS);
        setMinSize(px, px);
        setPrefSize(px, px);
        setMaxSize(px, px);
    }

    private static String path(String name) {
        try (InputStream in = OwnIcon.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no icon called " + name);
            }
            Matcher m = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!m.find()) {
                throw new IllegalArgumentException("the icon " + name + " has no path");
            }
            return m.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
