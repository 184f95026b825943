/** Tests of the invented days. */
@NullMarked
package energy.optibid.engine.market.gme.sample;

import org.jspecify.annotations.NullMarked;
