/** The transaction boundary of settlement. */
@NullMarked
package energy.optibid.settlement.adapter;

import org.jspecify.annotations.NullMarked;
