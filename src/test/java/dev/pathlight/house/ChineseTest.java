package dev.pathlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is said in English is said in Chinese too, about the same things and in Chinese words. */
final class ChineseTest {
    private static final Path TABLES = Path.of("src/main/resources/dev/pathlight/topology/zh");
    private static final List<Path> PHRASES = List.of(
            Path.of("src/main/resources/dev/pathlight/view/messages_zh.properties"),
            Path.of("src/main/resources/dev/pathlight/ui/canvas/canvas_zh.properties"));
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @TempDir
    private Path folder;

    /** @param room the table's name */
    private record Entry(String room, String english, String chinese) {}

    @Test
    void everySentenceOfTheSourcesIsThereInChinese() throws IOException {
        List<Patterns.Use> uses = uses();
        assertThat(uses).hasSizeGreaterThan(50);
        assertThat(missing(uses, entries()))
                .as("add them to %s/ROOM.txt", TABLES)
                .isEmpty();
    }

    @Test
    void nothingIsTranslatedThatIsNotSaid() throws IOException {
        Set<String> said = uses().stream().map(ChineseTest::key).collect(Collectors.toSet());
        assertThat(entries().stream().filter(e -> !said.contains(e.room() + ": " + e.english())))
                .as("no Sentence.of(…) of that room has this pattern")
                .isEmpty();
    }

    @Test
    void noSentenceIsTranslatedTwice() throws IOException {
        assertThat(entries()).extracting(Entry::english).doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesSpeakOfTheSameThings() throws IOException {
        assertThat(entries())
                .allSatisfy(e -> assertThat(places(e.chinese())).as(e.english()).isEqualTo(places(e.english())));
    }

    @Test
    void everyPlaceOfASentenceIsFilledByOneArgument() throws IOException {
        assertThat(misfits(uses())).isEmpty();
    }

    @Test
    void onlyNamesAndKeywordsAreInLatinLetters() throws IOException {
        List<String> texts = new ArrayList<>(phrases());
        entries().forEach(e -> texts.add(e.chinese()));
        assertThat(texts.stream().flatMap(t -> Latin.foreign(t).map(word -> word + " in: " + t)))
                .isEmpty();
        assertThat(entries().stream()
                        .filter(e -> Latin.foreign(e.english()).findAny().isPresent()))
                .allSatisfy(e -> assertThat(e.chinese()).containsPattern(HAN));
    }

    @Test
    void chinesePunctuationIsUsed() throws IOException {
        assertThat(entries().stream()
                        .map(Entry::chinese)
                        .filter(c -> Pattern.compile("\\p{IsHan}[,;:?!.()\"]|[,;?!\"]\\p{IsHan}")
                                .matcher(c)
                                .find()))
                .isEmpty();
    }

    @Test
    void aSentenceWithoutChineseIsFound() throws IOException {
        Path java = Files.writeString(folder.resolve("Said.java"), """
            package dev.pathlight.check;
            class Said {
                static final String TAIL = "of {1}";
                Object a = Sentence.of("{0} is the end " + TAIL, 1, 2);
                Object b = Sentence.of(a.toString());
                Object c = Sentence.of(a == b ? "{0} is one" : "{0} are two {1}", 1);
            }
            """);
        List<Patterns.Use> uses = Patterns.of(List.of(java));
        assertThat(missing(uses, List.of(new Entry("check", "{0} is one", "{0} 是一"))))
                .containsExactly(
                        "Said.java:4: {0} is the end of {1}",
                        "Said.java:5: the pattern is no constant", "Said.java:6: {0} are two {1}");
        assertThat(misfits(uses)).containsExactly("Said.java:6: {0} are two {1}");
    }

    @Test
    void argumentsAreSaidInTheLanguageOfTheirSentence() {
        Sentence s = Sentence.of("{0} {1}", Sentence.list(List.of("a", "b")), "it's {0}");
        assertThat(List.of(s.toString(), s.in(Locale.CHINA))).containsExactly("a, b it's {0}", "a、bit's {0}");
    }

    private static List<Patterns.Use> uses() throws IOException {
        return Patterns.below(Path.of("src/main/java"));
    }

    private static List<String> missing(List<Patterns.Use> uses, List<Entry> entries) {
        Set<String> known = entries.stream().map(Entry::english).collect(Collectors.toSet());
        return uses.stream()
                .filter(u -> u.pattern().isEmpty()
                        || Latin.foreign(u.pattern().getFirst()).findAny().isPresent()
                                && !known.contains(u.pattern().getFirst()))
                .map(u -> u.where() + ": "
                        + (u.pattern().isEmpty()
                                ? "the pattern is no constant"
                                : u.pattern().getFirst()))
                .toList();
    }

    private static List<String> misfits(List<Patterns.Use> uses) {
        return uses.stream()
                .filter(u -> u.pattern().stream()
                        .anyMatch(p -> places(p).size() != u.arguments()
                                || u.arguments() > 0 && !places(p).contains("{" + (u.arguments() - 1) + "}")))
                .map(u -> u.where() + ": " + u.pattern().getFirst())
                .toList();
    }

    private static String key(Patterns.Use use) {
        return use.room() + ": " + (use.pattern().isEmpty() ? "" : use.pattern().getFirst());
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(TABLES)) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
                assertThat(lines.size())
                        .as("%s: below each line in English one in Chinese", file)
                        .isEven();
                String room = file.getFileName().toString().replace(".txt", "");
                for (int i = 0; i < lines.size(); i += 2) {
                    assertThat(lines.get(i)).as("%s: English", file).doesNotContainPattern(HAN);
                    entries.add(new Entry(room, lines.get(i), lines.get(i + 1)));
                }
            }
        }
        return entries;
    }

    private static List<String> phrases() {
        return PHRASES.stream()
                .flatMap(file -> {
                    Properties phrases = new Properties();
                    try (var in = Files.newBufferedReader(file)) {
                        phrases.load(in);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return phrases.values().stream().map(Object::toString);
                })
                .map(t -> t.replaceAll("\\{[0-9],(choice,|number,0)?", ""))
                .toList();
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Matcher m = PLACE.matcher(pattern);
        while (m.find()) {
            places.add(m.group());
        }
        return places;
    }
}
