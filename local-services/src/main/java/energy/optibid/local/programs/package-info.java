/** Programs that are fetched when they are first needed, and kept. */
@NullMarked
package energy.optibid.local.programs;

import org.jspecify.annotations.NullMarked;
