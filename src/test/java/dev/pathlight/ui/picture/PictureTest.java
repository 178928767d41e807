package dev.pathlight.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.Portrait;
import dev.pathlight.view.Health;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Scene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PictureTest {
    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("topologies"))) {
            return all.filter(f -> f.toString().endsWith(".json")).toList().stream();
        }
    }

    private static Drawing read(Path file) {
        return ((ReadResult.Good) TopologyReader.read(file)).drawing();
    }

    private static Picture picture(Drawing drawing, Locale locale) {
        return new Picture(Portrait.still(drawing), locale, CanvasStyle.light());
    }

    private static Document parse(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document svg) {
        NodeList all = svg.getElementsByTagName("text");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent())
                .toList();
    }

    /** What is written on the scene, in any order. */
    private static List<String> written(Drawing drawing, Locale locale) {
        Scene scene = Scene.of(drawing, locale, new Letters());
        Stream<String> labels =
                scene.labels().stream().flatMap(l -> Stream.concat(Stream.of(l.name()), l.addresses().stream()));
        Stream<String> numbers = StreamSupport.stream(scene.ports().spliterator(), false)
                .filter(p -> p.number() > 0)
                .map(p -> Integer.toString(p.number()));
        Stream<String> frames = scene.frames().stream().flatMap(f -> switch (f.kind()) {
            case KERNEL -> f.details().stream();
            case LOOPBACK -> Stream.of(f.title() + "  " + String.join(" ", f.details()));
            case LAN -> Stream.of(f.title());
            case NOTE -> f.details().stream();
            default -> Stream.concat(Stream.of(f.title()), f.details().stream());
        });
        return Stream.of(labels, numbers, frames)
                .flatMap(s -> s)
                .filter(t -> !t.isBlank())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyWordAndEveryCableOfTheDrawingIsInTheSvg(Path file) throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Drawing drawing = read(file);
            Document svg = parse(picture(drawing, locale).svg());
            assertThat(texts(svg)).containsAll(written(drawing, locale));
            Scene scene = Scene.of(drawing, locale, new Letters());
            NodeList paths = svg.getElementsByTagName("path");
            long cables = IntStream.range(0, paths.getLength())
                    .mapToObj(
                            i -> paths.item(i).getAttributes().getNamedItem("d").getNodeValue())
                    .mapToLong(d -> d.chars().filter(c -> c == 'M').count())
                    .sum();
            assertThat(cables).isEqualTo(scene.wires().spliterator().getExactSizeIfKnown());
            assertThat(svg.getElementsByTagName("rect").getLength())
                    .isGreaterThan(scene.frames().size());
        }
    }

    @Test
    void noTextLeavesItsPictureOrOverlapsAnothersLabel() {
        Drawing drawing = read(Path.of("topologies/flannel-host-gw.json"));
        Picture picture = picture(drawing, Locale.ENGLISH);
        List<Label> labels = Scene.of(drawing, Locale.ENGLISH, new Letters()).labels();
        assertThat(labels).isNotEmpty().allMatch(l -> picture.bounds().contains(l.rect()));
    }

    @Test
    void whatXmlCannotHoldDoesNotBreakTheSvg() throws Exception {
        SvgInk ink = new SvgInk(10, 10, "a<b>&\u0001\ud800 \"'");
        ink.begin(dev.pathlight.view.scene.View.PLAIN);
        ink.fillText(
                "<script>&]]>\u0000'\"",
                dev.pathlight.view.scene.Type.NODE,
                javafx.scene.text.TextAlignment.LEFT,
                1,
                1);
        Document svg = parse(ink.file().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(texts(svg)).containsExactly("<script>&]]>?'\"");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a<b>&?? \"'");
    }

    @Test
    void aPngIsTwiceAsLargeAsTheDrawingAndShowsIt() throws IOException {
        Picture picture = picture(read(Path.of("topologies/bridge.json")), Locale.ENGLISH);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png(2)));
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(picture.bounds().width() * 2));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(picture.bounds().height() * 2));
        assertThat(colours(image)).isGreaterThan(50);
        assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xf8fafc);
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void aPdfHoldsItsTextAndLooksLikeThePng() throws IOException {
        Drawing drawing = read(Path.of("topologies/flannel-host-gw.json"));
        Picture picture = picture(drawing, Locale.ENGLISH);
        try (PDDocument pdf = Loader.loadPDF(picture.pdf())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(written(drawing, Locale.ENGLISH)).allMatch(text::contains);
            assertThat(difference(new PDFRenderer(pdf).renderImageWithDPI(0, 96), picture.image(1)))
                    .isLessThan(0.03);
        }
    }

    /** Whatever letters the page's fonts lack are drawn. */
    @Test
    void aPdfShowsChinese() throws IOException {
        Picture picture = picture(read(Path.of("topologies/flannel-host-gw.json")), Locale.CHINESE);
        try (PDDocument pdf = Loader.loadPDF(picture.pdf())) {
            assertThat(difference(new PDFRenderer(pdf).renderImageWithDPI(0, 96), picture.image(1)))
                    .isLessThan(0.03);
        }
    }

    /** The mean difference of a dot, 0 to 1. */
    private static double difference(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        assertThat(Math.abs(a.getWidth() - b.getWidth()) + Math.abs(a.getHeight() - b.getHeight()))
                .isLessThan(4);
        double sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int shift : new int[] {0, 8, 16}) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / width / height / 3 / 255;
    }

    @Test
    void whatRunsIsGreenInThePictureToo() throws Exception {
        var still = Portrait.still(read(Path.of("topologies/bridge.json")));
        still.health().set(Map.of("this/ns1", Health.UP));
        String svg = new String(new Picture(still, Locale.ENGLISH, CanvasStyle.light()).svg());
        assertThat(svg).contains("stroke=\"#147a3b\"");
    }

    @Test
    void anEmptyDrawingIsAPictureToo() throws Exception {
        Drawing empty = new Drawing(Drawing.empty().topology(), Layout.NONE);
        assertThat(parse(picture(empty, Locale.ENGLISH).svg())).isNotNull();
        assertThat(picture(empty, Locale.ENGLISH).image(2).getWidth()).isPositive();
    }
}
