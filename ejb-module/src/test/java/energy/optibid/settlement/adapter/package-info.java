/** Tests of settlement arithmetic. */
@NullMarked
package energy.optibid.settlement.adapter;

import org.jspecify.annotations.NullMarked;
