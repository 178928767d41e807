package dev.pathlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, methods and constructors stay small, every package says what it knows, and nothing is left half-said. */
final class SourceTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern LEFT_BEHIND = Pattern.compile("TODO|FIXME|XXX|HACK");

    @TempDir
    private Path folder;

    @Test
    void ourSourcesKeepTheirBudgets() throws IOException {
        var sources = Source.below(MAIN);
        assertThat(sources).hasSizeGreaterThan(80);
        assertThat(Budgets.HOUSE.exceeded(sources)).isEmpty();
    }

    @Test
    void ourTestsKeepTheirBudgets() throws IOException {
        assertThat(Budgets.TESTS.exceeded(Source.below(TESTS))).isEmpty();
    }

    @Test
    void aLongFileALongMethodAndAWideConstructorAreFound() throws IOException {
        Path wide = write("Wide.java", """
            class Wide {
                Wide(int a, int b, int c, int d, int e, int f, int g, int h) {}
                record Row(int a, int b, int c, int d, int e, int f, int g, int h) {}
                void many(int a, int b, int c, int d, int e, int f, int g, int h) {}
            }
            """);
        Path deep = write("Deep.java", "class Deep {\nvoid m() {\n" + "int i;\n".repeat(399) + "}\n}\n");
        assertThat(Budgets.HOUSE.exceeded(Source.of(List.of(wide, deep))))
                .containsExactly(
                        "median file: 403, the budget is 80",
                        "95 % of files: 403, the budget is 250",
                        "95 % of methods: 401, the budget is 25",
                        "Wide.java: Wide.<init>, parameters: 8, the budget is 7",
                        "Deep.java: the file: 403, the budget is 400",
                        "Deep.java: Deep.m: 401, the budget is 60");
    }

    @Test
    void everyPackageSaysWhatItKnows() throws IOException {
        assertThat(packages(MAIN))
                .hasSizeGreaterThan(12)
                .allSatisfy(room -> assertThat(room.resolve("package-info.java"))
                        .content()
                        .contains("Knows ", "Does not know: ", "Start reading at ", "@NullMarked"));
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(leftBehind(MAIN)).isEmpty();
        write("Later.java", "class Later {} // TO" + "DO\n");
        assertThat(leftBehind(folder)).containsExactly("Later.java");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Path> packages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static List<String> leftBehind(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> LEFT_BEHIND.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
