package dev.pathlight.house.planted.ui;

import javafx.application.Platform;

/** Wrong: a second door to the window's thread. */
final class RunsLater {
    void run(Runnable task) {
        Platform.runLater(task);
    }
}
