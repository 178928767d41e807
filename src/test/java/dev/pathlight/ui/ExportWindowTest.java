package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.view.ExportForm;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Problem;
import dev.pathlight.view.RunState;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.print.Printer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every way out of the window for a drawing, by its menu. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ExportWindowTest {
    private static final String NAME = "two-namespaces-one-bridge.";

    @TempDir
    private Path dir;

    private Walk walk;

    @Start
    private void start(Stage shown) {
        walk = Walk.open(shown, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private void choose(FxRobot robot, String item) {
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        walk.await(item, () -> robot.lookup("#" + item).tryQuery().isPresent());
        robot.clickOn("#" + item);
    }

    @Test
    void whatTheMenuOffersIsWrittenAndCanBeReadByOthers(FxRobot robot) throws Exception {
        walk.asking().toExport(dir);
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        choose(robot, "export-gif");
        walk.await("it is told", () -> walk.bench().problem().get().isPresent());
        assertThat(walk.bench().problem().get().map(Problem::what)).contains("There is no journey to show.");

        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        robot.clickOn("#ping");
        walk.await("a packet moves", () -> walk.hop().startsWith("icmp"));
        for (ExportForm form : ExportForm.values()) {
            walk.show(b -> b.table().exports().dismiss());
            choose(robot, "export-" + form.extension());
            walk.await(
                    form + " is written",
                    () -> walk.bench().table().exports().done().get().isPresent());
        }
        walk.await("it is told", () -> robot.lookup("#notices").query().isVisible());
        pictures();
        texts();
        assertThat(centres(file("gif"))).hasSizeGreaterThan(8);

        choose(robot, "copy-picture");
        walk.await("it is copied", () -> copied() != null);
        assertThat(copied().getWidth())
                .isEqualTo(ImageIO.read(file("png").toFile()).getWidth());

        // Where there is one the page would really be printed.
        if (WaitForAsyncUtils.waitForAsyncFx(60_000, Printer::getAllPrinters).isEmpty()) {
            choose(robot, "print");
            walk.await(
                    "it is told",
                    () -> walk.bench()
                            .problem()
                            .get()
                            .map(Problem::what)
                            .equals(java.util.Optional.of("There is no printer.")));
        } else {
            System.err.println("left out, there is a printer: that its lack is told");
        }
    }

    private Path file(String extension) {
        return dir.resolve(NAME + extension);
    }

    private static Image copied() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getImage());
    }

    private void pictures() throws Exception {
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file("svg").toFile())
                        .getDocumentElement()
                        .getTextContent())
                .contains("br0", "10.1.1.2/24");
        try (PDDocument pdf = Loader.loadPDF(file("pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("br0");
        }
    }

    private void texts() throws IOException {
        assertThat(Files.readString(file("dot"))).contains("br0");
        assertThat(Files.readString(file("mmd"))).contains("br0");
        assertThat(Files.readString(file("sh"))).startsWith("#!").contains(" link add ");
        assertThat(file("sh")).isExecutable();
        assertThat(dir.resolve(NAME.replace(".", "-undo.sh"))).isExecutable();
        assertThat(TopologyReader.read(file("json")))
                .isInstanceOfSatisfying(
                        ReadResult.Good.class, g -> assertThat(g.drawing()).isEqualTo(walk.drawing()));
    }

    /** Where the packet is in the pictures, one after another. */
    private static Set<List<Integer>> centres(Path gif) throws IOException {
        Set<List<Integer>> centres = new LinkedHashSet<>();
        Color chip = CanvasStyle.light().chips().get("icmp");
        for (BufferedImage frame : frames(gif)) {
            long x = 0;
            long y = 0;
            long count = 0;
            for (int i = 0; i < frame.getWidth() * frame.getHeight(); i++) {
                int rgb = frame.getRGB(i % frame.getWidth(), i / frame.getWidth());
                if (near(rgb >> 16 & 255, chip.getRed())
                        && near(rgb >> 8 & 255, chip.getGreen())
                        && near(rgb & 255, chip.getBlue())) {
                    x += i % frame.getWidth();
                    y += i / frame.getWidth();
                    count++;
                }
            }
            assertThat(count).as("dots of the packet's colour").isGreaterThan(50);
            centres.add(List.of((int) (x / count), (int) (y / count)));
        }
        return centres;
    }

    private static boolean near(int is, double wanted) {
        return Math.abs(is - wanted * 255) < 3;
    }

    /** Each as it is seen: on what was before it. */
    private static List<BufferedImage> frames(Path gif) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            BufferedImage seen = new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                IIOMetadataNode about =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = (IIOMetadataNode)
                        about.getElementsByTagName("ImageDescriptor").item(0);
                Graphics2D g = seen.createGraphics();
                g.drawImage(
                        reader.read(i),
                        Integer.parseInt(place.getAttribute("imageLeftPosition")),
                        Integer.parseInt(place.getAttribute("imageTopPosition")),
                        null);
                g.dispose();
                BufferedImage frame = new BufferedImage(seen.getWidth(), seen.getHeight(), seen.getType());
                seen.copyData(frame.getRaster());
                frames.add(frame);
            }
        }
        return frames;
    }
}
