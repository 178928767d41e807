package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher puts itself into the desktop's menu, from wherever it lies. */
class DesktopTest {
    private static final String ID = "dev.pathlight.Pathlight";

    @TempDir
    private Path dir;

    private Path home = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        home = Files.createDirectories(dir.resolve("a \"b\" $c `d` 100% \\e 课"));
        for (String folder : List.of("scripts", "icons")) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                for (Path f : all.toList()) {
                    Files.copy(f, home.resolve(folder).resolve(f.getFileName()));
                }
            }
        }
        Files.copy(Path.of("pathlight"), home.resolve("pathlight"));
    }

    private Path data() {
        return dir.resolve("data");
    }

    private String run(String... words) throws Exception {
        ProcessBuilder start = new ProcessBuilder(
                Stream.concat(Stream.of("bash", home.resolve("pathlight").toString()), Stream.of(words))
                        .toList());
        start.environment().put("XDG_DATA_HOME", data().toString());
        Process process = start.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private List<Path> ours() throws IOException {
        try (Stream<Path> all = Files.walk(data())) {
            return all.filter(f -> f.getFileName().toString().contains("athlight") && Files.isRegularFile(f))
                    .toList();
        }
    }

    @Test
    void theEntryStartsTheLauncherThatMadeItWhateverItsFolderIsCalled() throws Exception {
        run("install-desktop");
        String exec = Files.readAllLines(data().resolve("applications/" + ID + ".desktop")).stream()
                .filter(l -> l.startsWith("Exec="))
                .findFirst()
                .orElseThrow()
                .substring("Exec=".length());
        // As a desktop reads it: the string's escapes, then what is quoted, then the fields.
        String quoted = exec.replace("\\\\", "\\");
        assertThat(quoted).startsWith("\"").endsWith("\" %f");
        String program = quoted.substring(1, quoted.length() - "\" %f".length())
                .replaceAll("\\\\([\"`$\\\\])", "$1")
                .replace("%%", "%");
        assertThat(program).isEqualTo(home.resolve("pathlight").toString());
    }

    @Test
    void drawingsHaveATypeOfTheirOwnAndNothingIsLeftWhenItIsTakenOut() throws Exception {
        run("install-desktop");
        run("install-desktop");
        var type = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(data().resolve("mime/packages/" + ID + ".xml").toFile());
        assertThat(type.getElementsByTagName("glob")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("pattern")
                        .getNodeValue())
                .isEqualTo("*.pathlight.json");
        assertThat(Files.readString(data().resolve("applications/" + ID + ".desktop")))
                .contains(type.getElementsByTagName("mime-type")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("type")
                        .getNodeValue());
        assertThat(ours().stream().map(f -> f.getFileName().toString()))
                .contains(ID + ".desktop", ID + ".xml", ID + ".svg", "application-x-pathlight+json.svg");
        run("install-desktop", "--remove");
        assertThat(ours()).isEmpty();
    }
}
