package dev.pathlight.house.planted.view;

import javafx.beans.property.BooleanProperty;

/** Innocent: properties are what view is made of. */
record Observes(BooleanProperty running) {}
