package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/pathlight/view");
    private static final Path SOURCES = Path.of("src/main/java/dev/pathlight");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)*)\"");

    @Test
    void everyPhraseExistsInEveryLanguage() throws IOException {
        assertThat(keys("messages_zh.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void everyPhraseIsUsed() throws IOException {
        Set<String> used = literals();
        assertThat(keys("messages.properties").stream().filter(k -> !used.contains(k) && !isPartOfAProblem(k, used)))
                .isEmpty();
    }

    @Test
    void everyPhraseThatIsAskedForExists() throws IOException {
        Set<String> keys = keys("messages.properties");
        Set<String> heads = keys.stream()
                .filter(k -> k.contains("."))
                .map(k -> k.substring(0, k.indexOf('.')))
                .collect(Collectors.toSet());
        assertThat(literals().stream().filter(l -> l.contains(".") && heads.contains(l.substring(0, l.indexOf('.')))))
                .isNotEmpty()
                .allMatch(keys::contains);
    }

    @Test
    void bothLanguagesFillInTheSameThings() throws IOException {
        Properties english = load("messages.properties");
        Properties chinese = load("messages_zh.properties");
        assertThat(english.stringPropertyNames().stream()
                        .filter(k -> k.startsWith("caption") || k.startsWith("step") || k.startsWith("status"))
                        .filter(k -> !places(english.getProperty(k)).equals(places(chinese.getProperty(k)))))
                .isEmpty();
    }

    @Test
    void oneThingIsNotSpokenOfAsSeveral() {
        Phrases phrases = new Phrases(Locale.US);
        assertThat(List.of(
                        phrases.say("status.warnings", 1L),
                        phrases.say("status.warnings", 2L),
                        phrases.say("problem.file.more", "mine.json", 1),
                        phrases.say("problem.file.more", "mine.json", 1200),
                        phrases.say("welcome.size", 2, 1, 2),
                        phrases.say("welcome.size", 1, 0, 1)))
                .containsExactly(
                        "It can run; 1 warning",
                        "It can run; 2 warnings",
                        "mine.json could not be opened; 1 more fault after this one.",
                        "mine.json could not be opened; 1200 more faults after this one.",
                        "2 namespaces, 1 bridge, 2 cables",
                        "1 namespace, 1 cable");
    }

    @Test
    void aBoundTextFollowsTheLanguage() {
        Phrases phrases = new Phrases(Locale.US);
        var text = phrases.text("problem.noaddress", "ns1");
        List<String> shown = new ArrayList<>();
        text.subscribe(t -> shown.add(t));
        phrases.nextLanguage();
        assertThat(shown).containsExactly("ns1 cannot be pinged.", "无法 ping ns1。");
    }

    /** A problem is asked for by its first key; why and todo follow from it. */
    private static boolean isPartOfAProblem(String key, Set<String> used) {
        return (key.endsWith(".why") || key.endsWith(".todo")) && used.contains(key.substring(0, key.lastIndexOf('.')));
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        var m = Pattern.compile("\\{(\\d)[,}]").matcher(pattern);
        while (m.find()) {
            places.add(m.group(1));
        }
        new MessageFormat(pattern);
        return places;
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(String file) throws IOException {
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(file))) {
            p.load(in);
        }
        return p;
    }

    private static Set<String> literals() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String room : Set.of("view", "ui")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                for (Path f : files.filter(p ->
                                p.toString().endsWith(".java") && !p.toString().contains("/canvas/"))
                        .toList()) {
                    KEY.matcher(Files.readString(f))
                            .results()
                            .map(r -> r.group(1))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
