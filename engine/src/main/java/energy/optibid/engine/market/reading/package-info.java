/**
 * What reading any format needs: lines under limits, numbers as files write them, and refusals that
 * name file, line, field and reason.
 */
@NullMarked
package energy.optibid.engine.market.reading;

import org.jspecify.annotations.NullMarked;
