package dev.pathlight.view;

import dev.pathlight.topology.Sentence;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Every word on the screen, in the chosen language; texts that are bound follow a change of language at once. */
public final class Phrases {
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private static final String BUNDLE = "dev.pathlight.view.messages";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(Locale.ENGLISH);
    private Locale loaded = Locale.ENGLISH;
    private ResourceBundle bundle = load(Locale.ENGLISH);

    public Phrases(Locale first) {
        locale.set(LANGUAGES.stream()
                .filter(l -> l.getLanguage().equals(first.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH));
    }

    private static ResourceBundle load(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale, EXACTLY);
    }

    public ObjectProperty<Locale> locale() {
        return locale;
    }

    /**
     * The phrase now. Numbers are written plainly, without grouping; a phrase that chooses by a number ("1 warning", "2
     * warnings") writes it as {@code {0,number,0}}.
     */
    public String say(String key, Object... args) {
        String pattern = words().getString(key);
        boolean chooses = pattern.contains(",choice,");
        Object[] told = Arrays.stream(args)
                .map(a -> chooses && a instanceof Number ? a : String.valueOf(a))
                .toArray();
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(told);
    }

    /** The phrase in every language there is. */
    public List<String> everywhere(String key) {
        return LANGUAGES.stream().map(l -> load(l).getString(key)).toList();
    }

    public String say(Sentence sentence) {
        return sentence.in(locale.get());
    }

    /** Looked at when asked, not when the language changes: bound texts are told of the change before any listener here. */
    private ResourceBundle words() {
        if (!loaded.equals(locale.get())) {
            loaded = locale.get();
            bundle = load(loaded);
        }
        return bundle;
    }

    /** The phrase as it follows the language. */
    public StringBinding text(String key, Object... args) {
        return Bindings.createStringBinding(() -> say(key, args), locale);
    }

    public StringBinding text(Sentence sentence) {
        return Bindings.createStringBinding(() -> say(sentence), locale);
    }

    /** The next language of the list, for the switch. */
    public void nextLanguage() {
        int at = LANGUAGES.indexOf(locale.get());
        locale.set(LANGUAGES.get((at + 1) % LANGUAGES.size()));
    }
}
