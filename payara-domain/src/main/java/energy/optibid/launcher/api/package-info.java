/** A client of the running installation's own API, for commands that work through it. */
@NullMarked
package energy.optibid.launcher.api;

import org.jspecify.annotations.NullMarked;
