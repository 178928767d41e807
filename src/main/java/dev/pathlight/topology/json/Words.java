package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.json.Out.Obj;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How words for people are written: plain text for English alone, or text by language tag. */
public final class Words {
    private Words() {}

    public static Texts read(Fields f, String key) {
        Optional<Json> json = f.json(key);
        if (json.isEmpty() || json.get() instanceof Json.Text) {
            return json.map(j -> Texts.english(((Json.Text) j).value())).orElse(Texts.NONE);
        }
        return f.object(key, Sentence.of("\"{0}\"", key), Words::languages).orElse(Texts.NONE);
    }

    private static Texts languages(Fields f) {
        TreeMap<String, String> words = new TreeMap<>();
        for (String tag : f.names()) {
            Optional<Sentence> wrong = Texts.languageProblem(tag);
            wrong.ifPresent(w -> f.fault(tag, w, Sentence.of("Use the language's tag as the field's name.")));
            f.text(tag).filter(t -> wrong.isEmpty()).ifPresent(t -> words.put(tag, t));
        }
        return new Texts(words);
    }

    /** Left out when there are none; other languages than English alone stand one to a line. */
    public static void write(Obj o, String key, Texts texts) {
        boolean englishOnly = texts.byLanguage().keySet().equals(Set.of("en"));
        if (englishOnly) {
            o.text(key, texts.byLanguage().getOrDefault("en", ""));
        } else if (!texts.isEmpty()) {
            Obj languages = new Obj(true);
            texts.byLanguage().forEach(languages::text);
            o.put(key, languages);
        }
    }
}
