package dev.pathlight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.terminal.TerminalColors;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark, and of high contrast or not: which of four small sheets names the colours that the large one uses. */
public final class Theme {
    /** From this size on everything is drawn larger: the window is on a projector, or a large screen. */
    private static final double WIDE = 1600;

    private static final double HIGH = 860;

    private static final double LARGER = 1.25;

    private static final List<String> CHINESE =
            List.of("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei");

    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty contrast = new SimpleBooleanProperty();
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final ObservableValue<Dress> worn = Bindings.createObjectBinding(
            () -> Dress.of(dark.get(), contrast.get() || presenting.get()), dark, contrast, presenting);
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);

    /** Dresses the window's scene, now and after every change. */
    void dress(Scene scene) {
        worn.subscribe(is -> Application.setUserAgentStylesheet(
                is.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
        alike(scene);
        scene.widthProperty().subscribe(w -> enlarge(scene));
        scene.heightProperty().subscribe(h -> enlarge(scene));
    }

    /** The same for another scene, whatever its size. A window's menus, tooltips and dialogs wear the same sheets. */
    void alike(Scene scene) {
        worn.subscribe(is -> scene.getStylesheets().setAll(sheet(is.sheet()), sheet("pathlight.css")));
    }

    private void enlarge(Scene scene) {
        scale.set(scene.getWidth() >= WIDE && scene.getHeight() >= HIGH ? LARGER : 1);
        scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("wide"), scale.get() > 1);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name)).toExternalForm();
    }

    /**
     * Writes Chinese in a family that has Chinese letters of its own, also bold ones; found glyph by glyph in other families
     * they would always be thin.
     */
    void write(Scene scene, Locale locale) {
        Optional<String> family = locale.equals(Locale.CHINESE)
                ? CHINESE.stream().filter(Font.getFamilies()::contains).findFirst()
                : Optional.empty();
        scene.getRoot()
                .setStyle(family.map(f -> "-fx-font-family: \"" + f + "\";").orElse(""));
    }

    /** How much larger than usual lengths in px are; CSS does the same to its own by {@code :wide}. */
    ReadOnlyDoubleProperty scale() {
        return scale.getReadOnlyProperty();
    }

    public BooleanProperty dark() {
        return dark;
    }

    /** The drawing's colours. */
    ObservableValue<CanvasStyle> canvas() {
        return worn.map(Dress::canvas);
    }

    ObservableValue<TerminalColors> terminal() {
        return worn.map(Dress::terminal);
    }

    /** High contrast at all times. */
    BooleanProperty contrast() {
        return contrast;
    }

    /** High contrast for as long as it holds: a class looks. */
    BooleanProperty presenting() {
        return presenting;
    }

    void toggle() {
        dark.set(!dark.get());
    }
}
