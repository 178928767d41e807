package dev.pathlight.house.planted.view;

import javafx.application.Platform;

/** Innocent: the one door to the window's thread. */
final class FxThread {
    void run(Runnable task) {
        Platform.runLater(task);
    }
}
