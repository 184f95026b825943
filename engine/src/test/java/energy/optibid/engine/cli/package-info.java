/** Tests of the command line on the generated sample and on real days. */
@NullMarked
package energy.optibid.engine.cli;

import org.jspecify.annotations.NullMarked;
