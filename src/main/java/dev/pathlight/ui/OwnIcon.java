package dev.pathlight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/**
 * One of the project's own icons: a single line, 2 of 24 units wide, as {@code icons/NAME.svg} has it. Style sheets give it
 * {@code -fx-icon-size}, its edge, and {@code -fx-icon-color}, by the class {@code ikonli-font-icon}, which is what the sheets
 * of AtlantaFX call icons on buttons and in menus.
 */
final class OwnIcon extends Region {
    static final double UNITS = 24;
    static final double STROKE = 2;

    private static final Pattern PATH = Pattern.compile("\\sd=\"([^\"]+)\"");
    private static final StyleablePropertyFactory<OwnIcon> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<OwnIcon, Number> SIZE =
            STYLES.createSizeCssMetaData("-fx-icon-size", i -> i.size, 18.0);
    private static final CssMetaData<OwnIcon, Paint> COLOR =
            STYLES.createPaintCssMetaData("-fx-icon-color", i -> i.color, Color.BLACK);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = Stream.concat(
                    Region.getClassCssMetaData().stream(), Stream.of(SIZE, COLOR))
            .toList();

    private final StyleableProperty<Number> size = new SimpleStyleableDoubleProperty(SIZE, this, "size", 18.0) {
        @Override
        protected void invalidated() {
            resizeTo(get());
        }
    };
    private final SVGPath path = new SVGPath();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final StyleableProperty<Paint> color =
            new SimpleStyleableObjectProperty<>(COLOR, this, "color", Color.BLACK) {
                @Override
                protected void invalidated() {
                    path.setStroke(get());
                }
            };

    /** @param name a file of {@code icons/} without its ending */
    OwnIcon(String name) {
        getStyleClass().add("ikonli-font-icon");
        setMouseTransparent(true);
        path.setFill(Color.TRANSPARENT);
        path.setStroke(Color.BLACK);
        path.setStrokeWidth(STROKE);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.setManaged(false);
        path.getTransforms().add(scale);
        getChildren().add(path);
        show(name);
        resizeTo(size.getValue().doubleValue());
    }

    /** Becomes another one. */
    void show(String name) {
        path.setContent(path(name));
    }

    private void resizeTo(double px) {
        scale.setX(px / UNITS);
        scale.setY(px / UNITS);
        setMinSize(px, px);
        setPrefSize(px, px);
        setMaxSize(px, px);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static String path(String name) {
        try (InputStream in = OwnIcon.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no icons/" + name + ".svg");
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
