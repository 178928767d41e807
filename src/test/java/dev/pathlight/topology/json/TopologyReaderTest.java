package dev.pathlight.topology.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyReaderTest {
    private static final String KNOWN_AT_TOP =
            "Known here: $schema, version, name, title, description, nodes, cables, lans, notes, flannel, layout,"
                    + " canvas.";

    @Test
    void anUnknownFieldIsRefusedByNameWithASuggestion() {
        assertThat(faults("""
            {"version": 1, "name": "d", "nodes": [
              {"name": "n", "namespaces": [{"name": "a", "adresses": [], "intrfaces": []}]}]}\
            """))
                .extracting(Told::where, Told::message, f -> f.hint().split("\\?")[0])
                .containsExactly(
                        tuple(
                                "t.json:2:46: nodes[0].namespaces[0].adresses",
                                "\"adresses\" is not a field known here",
                                "Known here: name, title, interfaces, bridges, routes, sysctls, nat, firewall,"
                                        + " containers."),
                        tuple(
                                "t.json:2:62: nodes[0].namespaces[0].intrfaces",
                                "\"intrfaces\" is not a field known here",
                                "Did you mean \"interfaces\""));
    }

    @Test
    void allFaultsOfAFileAreToldAtOnceInItsOrder() {
        assertThat(faults("""
            {
              "version": 1,
              "name": "has blanks",
              "nodes": [{"name": 3, "interfaces": [{"name": "averyveryverylongname", "up": "yes"}]}],
              "cables": [{"ends": ["n/a"]}]
            }\
            """))
                .extracting(Told::where)
                .containsExactly(
                        "t.json:3:11: name",
                        "t.json:4:22: nodes[0].name",
                        "t.json:4:49: nodes[0].interfaces[0].name",
                        "t.json:4:80: nodes[0].interfaces[0].up",
                        "t.json:5:23: cables[0].ends");
    }

    @Test
    void whatMovesATerminalsCursorIsSpelledOut() {
        assertThat(faults("{\"version\": 1, \"name\": \"d\", \"\\u001b[31m\": 1}"))
                .extracting(Told::message)
                .containsExactly("\"\\u001b[31m\" is not a field known here");
    }

    @Test
    void aMissingVersionIsTheOnlyFaultTold() {
        assertThat(faults("{\"nam\": \"d\"}"))
                .containsExactly(new Told(
                        "t.json:1:1: version", "\"version\" is missing", "Begin the file with \"version\": 1."));
    }

    @Test
    void anotherVersionIsTheOnlyFaultTold() {
        assertThat(faults("{\"version\": 2, \"nam\": \"d\"}"))
                .containsExactly(new Told(
                        "t.json:1:13: version",
                        "the version of the format is 2; this Pathlight reads version 1",
                        "Use a newer Pathlight, or write \"version\": 1 when it is one."));
    }

    @Test
    void aFieldWrittenTwiceIsRefused() {
        assertThat(faults("{\"version\": 1,\n \"name\": \"a\",\n \"name\": \"b\"}"))
                .containsExactly(new Told(
                        "t.json:3:2: name", "\"name\" is written twice", "It is first written at line 2: keep one."));
    }

    @Test
    void aMissingFieldIsToldWithAnExample() {
        assertThat(faults("{\"version\": 1, \"name\": \"d\", \"nodes\": [{}]}"))
                .containsExactly(new Told(
                        "t.json:1:39: nodes[0].name", "\"name\" is missing", "Add it, as in \"name\": \"ns1\"."));
    }

    @Test
    void aFileCutOffAnywhereIsAFaultAndNeverADrawing() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("topologies/bridge.json"));
        for (int length = 0; length < whole.length - 2; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThat(TopologyReader.read("t.json", part))
                    .as("%d bytes", length)
                    .isInstanceOf(ReadResult.Bad.class);
        }
    }

    @Test
    void aCutOffFileSaysSo() {
        assertThat(faults("{\"version\": 1,\n \"nodes\": ["))
                .extracting(Told::where, Told::message)
                .containsExactly(tuple("t.json:2:12", "the file ends in the middle of the drawing"));
    }

    @Test
    void whatIsNotJsonSaysWhere() {
        assertThat(faults("{\"version\": 1,\n \"name\": \"a\" \"nodes\": []}"))
                .extracting(Told::where)
                .containsExactly("t.json:2:14");
    }

    @Test
    void whatFollowsTheDrawingIsRefused() {
        assertThat(faults("{\"version\": 1, \"name\": \"a\"}\n{}"))
                .extracting(Told::where, Told::message)
                .containsExactly(tuple("t.json:2:1", "something follows the end of the drawing"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWhereTheyAre() {
        byte[] json = "{\"version\": 1,\n \"name\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(faults(json))
                .containsExactly(new Told(
                        "t.json:2:11",
                        "the file is not UTF-8: the byte 0xe9 does not belong here",
                        "Save it as UTF-8."));
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotUtf8() {
        assertThat(faults(new byte[] {'{', '"', (byte) 0xe7, (byte) 0xbd}))
                .extracting(Told::message)
                .containsExactly("the file is not UTF-8: the byte 0xe7 does not belong here");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        assertThat(TopologyReader.read(
                        "t.json", "\ufeff{\"version\": 1, \"name\": \"a\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ReadResult.Good.class);
    }

    @Test
    void anEmptyFileSaysHowADrawingBegins() {
        assertThat(faults(""))
                .containsExactly(new Told(
                        "t.json", "the file is empty", "A drawing begins with { \"version\": 1, \"name\": … }."));
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        assertThat(faults("[".repeat(100_000)))
                .extracting(Told::message)
                .allSatisfy(m -> assertThat(m).startsWith("a limit of these files is exceeded"))
                .hasSize(1);
    }

    @Test
    void noLimitAndNoMistakeIsToldInTheLibrarysOwnTerms() {
        List<String> wrong = List.of(
                "[".repeat(40),
                "{\"a\": " + "1".repeat(200) + "}",
                "{\"a\": [1}",
                "// note\n{}",
                "{\"a\": NaN}",
                "{\"a\": +1}",
                "{\"a\": 0x10}",
                "\u001e{}");
        assertThat(wrong)
                .flatExtracting(TopologyReaderTest::faults)
                .extracting(Told::message)
                .containsExactly(
                        "a limit of these files is exceeded: "
                                + "Document nesting depth (33) exceeds the maximum allowed (32)",
                        "a limit of these files is exceeded: "
                                + "Number value length (200) exceeds the maximum allowed (100)",
                        "this is not JSON: Unexpected close marker '}': expected ']'",
                        "this is not JSON: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
                        "this is not JSON: Non-standard token 'NaN'",
                        "this is not JSON: Unexpected character ('+' (code 43)) in numeric value: "
                                + "JSON spec does not allow numbers to have plus signs",
                        "this is not JSON: Unexpected character ('x' (code 120))",
                        "this is not JSON: Illegal character ((CTRL-CHAR, code 30)): "
                                + "only regular white space (\\r, \\n, \\t) is allowed between tokens");
    }

    @Test
    void aFileBeyondFourMebibytesIsRefused(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("big.json");
        Files.write(file, new byte[TopologyReader.MOST_BYTES + 1]);

        assertThat(faultsOf(TopologyReader.read(file)))
                .extracting(Told::message)
                .containsExactly("the file is larger than 4 MiB");
    }

    @Test
    void aMissingFileAndADirectoryAreFaults(@TempDir Path dir) {
        assertThat(List.of(
                        faultsOf(TopologyReader.read(dir.resolve("nothing.json")))
                                .getFirst()
                                .message(),
                        faultsOf(TopologyReader.read(dir)).getFirst().message()))
                .containsExactly("there is no such file", "this is a directory, not a file");
    }

    @Test
    void wrongTypesAreToldInWords() {
        assertThat(faults("{\"version\": 1, \"name\": null, \"title\": 5, \"nodes\": {}, \"cables\": [1],"
                        + " \"layout\": []}"))
                .extracting(Told::where, Told::message)
                .containsExactly(
                        tuple("t.json:1:24: name", "text is wanted here, not null"),
                        tuple("t.json:1:39: title", "\"title\" must be an object, not a number"),
                        tuple("t.json:1:51: nodes", "an array is wanted here, not an object"),
                        tuple("t.json:1:66: cables[0]", "a cable must be an object, not a number"),
                        tuple("t.json:1:80: layout", "the layout must be an object, not an array"));
    }

    @Test
    void everyPartOfAGoodFileHasItsPlace() {
        String json = """
            {"version": 1, "name": "d",
             "nodes": [
              {"name": "n", "sysctls": {"ipv4.ip_forward": 1}}]}\
            """;
        ReadResult.Good good = (ReadResult.Good) TopologyReader.read("t.json", json.getBytes(StandardCharsets.UTF_8));

        assertThat(List.of(
                        good.positions()
                                .of("nodes[0].sysctls[\"ipv4.ip_forward\"]")
                                .orElseThrow(),
                        good.positions().of("nodes[0].namespaces[3].name").orElseThrow(),
                        good.positions().of("notes").orElseThrow()))
                .containsExactly(new Positions.Place(3, 48), new Positions.Place(3, 3), new Positions.Place(1, 1));
    }

    @Test
    void moreThanFiftyFaultsAreCounted() {
        assertThat(faults("{\"version\": 1, \"name\": \"d\", \"nodes\": [" + "1,".repeat(1000) + "1]}"))
                .hasSize(Faults.MOST + 1)
                .last()
                .extracting(Told::message)
                .isEqualTo((1001 - Faults.MOST) + " more faults are not shown");
    }

    @Test
    void theFieldsKnownAtTheTopAreListed() {
        assertThat(faults("{\"version\": 1, \"name\": \"d\", \"zzz\": 1}"))
                .extracting(Told::hint)
                .containsExactly(KNOWN_AT_TOP);
    }

    /** A fault in English. */
    private record Told(String where, String message, String hint) {
        static Told of(Fault f) {
            return new Told(f.where(), f.message().toString(), f.hint().toString());
        }
    }

    private static List<Told> faults(String json) {
        return faults(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Told> faults(byte[] json) {
        return faultsOf(TopologyReader.read("t.json", json));
    }

    private static List<Told> faultsOf(ReadResult result) {
        return switch (result) {
            case ReadResult.Bad bad -> bad.faults().stream().map(Told::of).toList();
            case ReadResult.Good good -> throw new AssertionError("was read: " + good.drawing());
        };
    }
}
