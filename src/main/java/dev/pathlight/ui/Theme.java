package dev.pathlight.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Light or dark. The rest is CSS: {@code .light} and {@code .dark} on the root choose our own colours. */
public final class Theme {
    private final BooleanProperty dark = new SimpleBooleanProperty();

    /** Dresses {@code scene}, now and after every change. */
    void dress(Scene scene) {
        String own = Objects.requireNonNull(Theme.class.getResource("pathlight.css")).toExternalForm();
        scene.getStylesheets().add(own);
        dark.subscribe(isDark -> {
            Application.setUserAgentStylesheet(
                    isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            Parent root = scene.getRoot();
            root.getStyleClass().removeAll("light", "dark");
            root.getStyleClass().add(isDark ? "dark" : "light");
        });
    }

    public BooleanProperty dark() {
        return dark;
    }

    void toggle() {
        dark.set(!dark.get());
    }
}
