package dev.pathlight.topology;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The same words in several languages, by language tag (BCP 47, as {@code en} and {@code zh}). May be empty. Control characters
 * but tabs and line ends are left out: words end on terminals, where these move the cursor.
 */
public record Texts(SortedMap<String, String> byLanguage) {
    public static final Texts NONE = new Texts(Collections.emptySortedMap());

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\n]]");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    public Texts {
        byLanguage.keySet().forEach(tag -> Malformed.refuse(languageProblem(tag)));
        SortedMap<String, String> clean = new TreeMap<>(byLanguage);
        clean.replaceAll((tag, words) -> CONTROL.matcher(words).replaceAll(""));
        byLanguage = Collections.unmodifiableSortedMap(clean);
    }

    /** What is wrong with {@code tag} as a language tag (the shape of BCP 47), or empty. */
    public static Optional<Sentence> languageProblem(String tag) {
        return TAG.matcher(tag).matches()
                ? Optional.empty()
                : Optional.of(Sentence.of("\"{0}\" is not a language tag: write it as en, zh or pt-BR", tag));
    }

    /** English words only. */
    public static Texts english(String words) {
        return of(Map.of("en", words));
    }

    public static Texts of(Map<String, String> byLanguage) {
        return new Texts(new TreeMap<>(byLanguage));
    }

    /** These, with {@code words} in one language; "" takes that language out. */
    public Texts with(String language, String words) {
        SortedMap<String, String> next = new TreeMap<>(byLanguage);
        if (words.isEmpty()) {
            next.remove(language);
        } else {
            next.put(language, words);
        }
        return new Texts(next);
    }

    /** The words in exactly this language, or "". */
    public String exactly(String language) {
        return byLanguage.getOrDefault(language, "");
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
        return english != null
                ? english
                : byLanguage.values().stream().findFirst().orElse("");
    }
}
