/**
 * The engine's command line: real files in, prices and their proof out, without a server. Each
 * command is a thin translator between options and the engine's functions.
 */
@NullMarked
package energy.optibid.engine.cli;

import org.jspecify.annotations.NullMarked;
