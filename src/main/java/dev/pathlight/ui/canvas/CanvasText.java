package dev.pathlight.ui.canvas;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words the canvas shows or speaks, in one language. */
public interface CanvasText {
    /** Also chooses the language of the drawing's own titles and notes. */
    Locale locale();

    /** The phrase named {@code key} in {@code canvas.properties}, its {@code {0}} … filled in. */
    String say(String key, Object... arguments);

    /** The built-in words: English, and Chinese where {@code locale} asks for it. */
    static CanvasText of(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                "dev.pathlight.ui.canvas.canvas",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new CanvasText() {
            @Override
            public Locale locale() {
                return locale;
            }

            @Override
            public String say(String key, Object... arguments) {
                return new MessageFormat(words.getString(key), locale).format(arguments);
            }
        };
    }
}
