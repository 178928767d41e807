package dev.pathlight.house.planted.view;

import javafx.scene.Node;

/** Wrong: view-models know no nodes. */
record ShowsScene(Node node) {}
