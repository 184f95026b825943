/** Tests of settlement arithmetic. */
@NullMarked
package energy.optibid.settlement.domain;

import org.jspecify.annotations.NullMarked;
