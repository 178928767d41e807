/**
 * Knows the system calls: the child process that holds privilege and native libraries, and the frames spoken with it.
 *
 * <p>Does not know: topologies, plans, screens.
 *
 * <p>Start reading at {@link dev.pathlight.machine.engine.EngineMain}.
 */
@NullMarked
package dev.pathlight.machine.engine;

import org.jspecify.annotations.NullMarked;
