package dev.pathlight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.terminal.TerminalColors;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Settings.Colours;
import dev.pathlight.view.Settings.Motion;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How the window looks: which of four small sheets names the colours that the large one uses, how large everything is, and
 * whether things move by themselves. As the user chose, or as the desktop has it.
 */
public final class Theme {
    /** From this size on everything is drawn larger: the window is on a projector, or a large screen. */
    private static final double WIDE = 1600;

    private static final double HIGH = 860;

    private static final double LARGER = 1.25;

    /** And from this size on once more. */
    private static final double VAST = 2400;

    private static final double VAST_HIGH = 1250;

    private static final double MUCH_LARGER = 1.6;

    private static final List<String> CHINESE =
            List.of("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei");

    private final Settings settings;
    private final Desktop desktop = new Desktop();
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final ObservableValue<Dress> chosen;
    private final ObservableValue<Dress> worn;
    private final ObservableValue<Boolean> still;
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);

    Theme(Settings settings) {
        this.settings = settings;
        chosen = Bindings.createObjectBinding(this::choose, settings.colours(), desktop.dark(), desktop.contrast());
        worn = chosen.flatMap(d -> presenting.map(p -> Dress.of(d.dark(), p || d.contrast())));
        still = settings.motion()
                .flatMap(m -> m == Motion.SYSTEM ? desktop.still() : new SimpleObjectProperty<>(m == Motion.REDUCED));
    }

    private Dress choose() {
        return switch (settings.colours().get()) {
            case SYSTEM ->
                Dress.of(desktop.dark().getValue(), desktop.contrast().getValue());
            case LIGHT -> Dress.LIGHT;
            case DARK -> Dress.DARK;
            case CONTRAST_LIGHT -> Dress.CONTRAST_LIGHT;
            case CONTRAST_DARK -> Dress.CONTRAST_DARK;
        };
    }

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
        boolean vast = scene.getWidth() >= VAST && scene.getHeight() >= VAST_HIGH;
        boolean wide = scene.getWidth() >= WIDE && scene.getHeight() >= HIGH;
        scale.set(vast ? MUCH_LARGER : wide ? LARGER : 1);
        scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("wide"), wide);
        scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("vast"), vast);
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

    /** What the user chooses of it. */
    public Settings settings() {
        return settings;
    }

    /** Whether things are to jump rather than glide or fade. */
    ObservableValue<Boolean> still() {
        return still;
    }

    /** The drawing's colours. */
    ObservableValue<CanvasStyle> canvas() {
        return worn.map(Dress::canvas);
    }

    ObservableValue<TerminalColors> terminal() {
        return worn.map(Dress::terminal);
    }

    /** High contrast for as long as it holds: a class looks. */
    BooleanProperty presenting() {
        return presenting;
    }

    /** By night what is worn by day, and the other way round. */
    void toggle() {
        Dress now = chosen.getValue();
        wear(Dress.of(!now.dark(), now.contrast()));
    }

    /** In high contrast what is worn without, and the other way round. */
    void toggleContrast() {
        Dress now = chosen.getValue();
        wear(Dress.of(now.dark(), !now.contrast()));
    }

    private void wear(Dress dress) {
        settings.colours().set(Colours.valueOf(dress.name()));
    }

    /** Things move that did not, and the other way round. */
    void toggleMotion() {
        settings.motion().set(still.getValue() ? Motion.FULL : Motion.REDUCED);
    }
}
