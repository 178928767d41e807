package dev.pathlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the docs point at exists. */
final class DocsTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

    @TempDir
    private Path folder;

    @Test
    void everyLinkInTheDocsLeadsSomewhere() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(6);
        assertThat(pages.stream().flatMap(DocsTest::deadLinks)).isEmpty();
    }

    @Test
    void aDeadLinkIsFound() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.md"), "[a](page.md) [b](gone.md#there) [c](https://example.org)");
        assertThat(deadLinks(page)).containsExactly("page.md points at gone.md");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Stream<String> deadLinks(Path page) {
        try {
            return LINK.matcher(Files.readString(page))
                    .results()
                    .map(DocsTest::target)
                    .filter(target -> !Files.exists(page.resolveSibling(target)))
                    .map(target -> page.getFileName() + " points at " + target);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String target(MatchResult link) {
        return link.group(1);
    }
}
