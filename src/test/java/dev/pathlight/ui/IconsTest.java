package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.view.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The icons are one set: one line each, of one width, on one square, and each is shown somewhere. */
class IconsTest {
    /** The program's own mark, in colours. */
    private static final String MARK = "pathlight";

    private static final Map<String, String> LINE = Map.of(
            "fill", "none",
            "stroke", "currentColor",
            "stroke-width", "2",
            "stroke-linecap", "round",
            "stroke-linejoin", "round");
    private static final Pattern COMMAND = Pattern.compile("([MLHVACZmlhvacz])([^A-Za-z]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("icons"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".svg"))
                    .map(f -> f.substring(0, f.length() - 4))
                    .filter(f -> !f.equals(MARK))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Element parse(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("icons", name + ".svg").toFile())
                .getDocumentElement();
    }

    @Test
    void eachIsOneLineOfOneWidthOnOneSquare() throws Exception {
        assertThat(names()).hasSizeGreaterThan(70);
        for (String name : names()) {
            Element svg = parse(name);
            assertThat(svg.getAttribute("viewBox")).as(name).isEqualTo("0 0 24 24");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .as(name)
                    .isNotBlank();
            assertThat(svg.getElementsByTagName("*").getLength())
                    .as("%s: a title and a path", name)
                    .isEqualTo(2);
            Element path = (Element) svg.getElementsByTagName("path").item(0);
            LINE.forEach((attribute, value) ->
                    assertThat(path.getAttribute(attribute)).as(name).isEqualTo(value));
            assertThat(path.getAttributes().getLength()).as(name).isEqualTo(LINE.size() + 1);
        }
    }

    /** Half the line's width is outside its middle: from 1 to 23 nothing is cut off. */
    @Test
    void noneTouchesTheEdgeOfItsSquareAndNoTwoAreAlike() throws Exception {
        Map<String, String> drawn = new HashMap<>();
        for (String name : names()) {
            Element path = (Element) parse(name).getElementsByTagName("path").item(0);
            String d = path.getAttribute("d");
            for (double at : corners(name, d)) {
                assertThat(at).as(name + ": " + d).isBetween(1.0, 23.0);
            }
            assertThat(drawn.put(d, name)).as(name).isNull();
        }
    }

    /** Where its commands end, x and y in turn. */
    private static List<Double> corners(String name, String d) {
        List<Double> all = new ArrayList<>();
        double x = 0;
        double y = 0;
        double beginX = 0;
        double beginY = 0;
        Matcher m = COMMAND.matcher(d);
        int end = 0;
        while (m.find()) {
            assertThat(d.substring(end, m.start())).as(name).isBlank();
            end = m.end();
            char c = m.group(1).charAt(0);
            double[] v = NUMBER.matcher(m.group(2))
                    .results()
                    .mapToDouble(r -> Double.parseDouble(r.group()))
                    .toArray();
            boolean relative = Character.isLowerCase(c);
            int each = each(c);
            assertThat(each == 0 ? v.length : v.length % each)
                    .as(name + " " + m.group())
                    .isZero();
            for (int i = 0; i < Math.max(1, each == 0 ? 1 : v.length / each); i++) {
                double[] a = Arrays.copyOfRange(v, i * each, (i + 1) * each);
                double baseX = relative ? x : 0;
                double baseY = relative ? y : 0;
                switch (Character.toUpperCase(c)) {
                    case 'Z' -> {
                        x = beginX;
                        y = beginY;
                    }
                    case 'H' -> x = baseX + a[0];
                    case 'V' -> y = baseY + a[0];
                    default -> {
                        x = baseX + a[each - 2];
                        y = baseY + a[each - 1];
                    }
                }
                if (Character.toUpperCase(c) == 'M' && i == 0) {
                    beginX = x;
                    beginY = y;
                }
                all.add(x);
                all.add(y);
            }
        }
        assertThat(d.substring(end)).as(name).isBlank();
        return all;
    }

    /** How many numbers a command takes. */
    private static int each(char command) {
        return switch (Character.toUpperCase(command)) {
            case 'Z' -> 0;
            case 'H', 'V' -> 1;
            case 'A' -> 7;
            case 'C' -> 6;
            default -> 2;
        };
    }

    @Test
    void eachIsShownSomewhereAndNoOtherSetIsUsed() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/pathlight/ui"))) {
            for (Path f : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(f));
            }
        }
        Set<String> tools = Arrays.stream(Tool.values()).map(ToolFace::icon).collect(Collectors.toSet());
        assertThat(names()).containsAll(tools);
        assertThat(names().stream().filter(n -> !tools.contains(n) && code.indexOf("\"" + n + "\"") < 0))
                .isEmpty();
        assertThat(Pattern.compile("(?:[iI]con(?:Button)?|toggle)\\(\\s*\"([a-z0-9-]+)\"")
                        .matcher(code)
                        .results()
                        .map(r -> r.group(1))
                        .filter(n -> !n.contains(".")))
                .hasSizeGreaterThan(30)
                .allSatisfy(n -> assertThat(Path.of("icons", n + ".svg")).exists());
    }
}
