/** Settlement arithmetic as functions: awards in, sums out. */
@NullMarked
package energy.optibid.settlement.domain;

import org.jspecify.annotations.NullMarked;
