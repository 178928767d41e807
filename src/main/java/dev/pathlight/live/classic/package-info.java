/**
 * Knows how the tools of old print the live tables: brctl, bridge, route, arp, ip, ethtool, character for character.
 *
 * <p>Does not know: how the tables came to be known, or where the text is shown.
 *
 * <p>Start reading at {@link dev.pathlight.live.classic.ClassicForm}.
 */
@NullMarked
package dev.pathlight.live.classic;

import org.jspecify.annotations.NullMarked;
