package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void everyShippedDrawingIsInTheGalleryOnce() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("topologies"))) {
            List<String> shipped = files.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .toList();

            assertThat(Gallery.shipped().stream().map(String::strip)).containsExactlyInAnyOrderElementsOf(shipped);
        }
    }

    @Test
    void aBrokenVariantIsNamedAfterTheSceneItStandsUnder() {
        List<String> strays = new ArrayList<>();
        String scene = "";
        for (String line : Gallery.shipped()) {
            if (!line.startsWith(" ")) {
                scene = line.replace(".json", "-");
            } else if (!line.strip().startsWith(scene)) {
                strays.add(line.strip());
            }
        }
        assertThat(strays).isEmpty();
    }
}
