package dev.pathlight.topology;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The same words in several languages, by language tag (BCP 47, as {@code en} and {@code zh}). May be empty. */
public record Texts(SortedMap<String, String> byLanguage) {
    public static final Texts NONE = new Texts(Collections.emptySortedMap());

    public Texts {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    public static Texts of(Map<String, String> byLanguage) {
        return new Texts(new TreeMap<>(byLanguage));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The words for {@code locale}: its language, else English, else the first there are, else "". */
    public String in(Locale locale) {
        String own = byLanguage.get(locale.getLanguage());
        if (own != null) {
            return own;
        }
        String english = byLanguage.get("en");
        return english != null ? english : byLanguage.values().stream().findFirst().orElse("");
    }
}
