package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import java.util.Optional;

/**
 * Where the mouse is and what it is at.
 *
 * @param screen pixels from the pane's top left
 * @param world the same in drawing units
 * @param shift whether Shift or the platform's shortcut key is down: adds to the selection
 * @param exact what it is at is meant and nothing nearby: a key took it there
 */
record Pointer(Pt screen, Pt world, Optional<Hit> hit, boolean shift, boolean exact) {}
