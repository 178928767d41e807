package dev.pathlight.ui;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** How the desktop wants to be looked at; where it does not say, by day, plainly and in motion. */
final class Desktop {
    private final Platform.Preferences said = Platform.getPreferences();
    private final ObservableValue<Boolean> dark =
            Bindings.createBooleanBinding(() -> said.getColorScheme() == ColorScheme.DARK, said);
    // Bindings, which the desktop's own settings do not hold: they outlive every window.
    private final ObservableValue<Boolean> still = Bindings.createBooleanBinding(said::isReducedMotion, said);
    private final ObservableValue<Boolean> contrast = Bindings.createBooleanBinding(() -> isContrast(said), said);

    /** Windows says so; a GTK desktop names its theme so. */
    private static boolean isContrast(Platform.Preferences said) {
        return said.getBoolean("Windows.SPI.HighContrast").orElse(false)
                || said.getString("GTK.theme_name")
                        .filter(name -> name.contains("HighContrast"))
                        .isPresent();
    }

    ObservableValue<Boolean> dark() {
        return dark;
    }

    ObservableValue<Boolean> contrast() {
        return contrast;
    }

    /** Whether things are to jump rather than glide. */
    ObservableValue<Boolean> still() {
        return still;
    }
}
