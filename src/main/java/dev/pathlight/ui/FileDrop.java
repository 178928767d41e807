package dev.pathlight.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes a file that is dragged into the window: one at a time, of a kind that can be opened or imported. */
final class FileDrop {
    private static final List<String> KINDS = List.of(".json", ".yml", ".yaml");

    private FileDrop() {}

    /** {@code dropped} gets every file of a known kind that is let go over {@code window}. */
    static void attach(Node window, Consumer<Path> dropped) {
        window.addEventFilter(DragEvent.DRAG_OVER, e -> {
            if (file(e.getDragboard()).isPresent()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        window.addEventFilter(
                DragEvent.DRAG_DROPPED,
                e -> file(e.getDragboard()).ifPresent(f -> {
                    e.setDropCompleted(true);
                    e.consume();
                    dropped.accept(f);
                }));
    }

    /** Whether it is YAML, which is imported; what else is taken is opened. */
    static boolean isYaml(Path file) {
        return !file.toString().toLowerCase(Locale.ROOT).endsWith(KINDS.getFirst());
    }

    static Optional<Path> file(Dragboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return files.size() == 1 ? Optional.of(files.getFirst().toPath()).filter(FileDrop::isKnown) : Optional.empty();
    }

    private static boolean isKnown(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return KINDS.stream().anyMatch(name::endsWith);
    }
}
