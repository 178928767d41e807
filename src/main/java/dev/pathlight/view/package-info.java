/**
 * Knows everything the screen shows and every intent the user can have; here threads meet JavaFX.
 *
 * <p>Does not know: scenes, nodes, pixels, sockets.
 *
 * <p>Start reading at {@link dev.pathlight.view.Workbench}.
 */
@NullMarked
package dev.pathlight.view;

import org.jspecify.annotations.NullMarked;
