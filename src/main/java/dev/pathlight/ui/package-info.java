/**
 * Knows how the view-models are drawn and turns gestures into intents.
 *
 * <p>Does not know: machines, kernels, plans.
 *
 * <p>Start reading at {@link dev.pathlight.ui.MainWindow}.
 */
@NullMarked
package dev.pathlight.ui;

import org.jspecify.annotations.NullMarked;
