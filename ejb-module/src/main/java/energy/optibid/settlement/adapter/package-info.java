/**
 * The transaction boundary of settlement, its tables, its job and its files. What a statement is
 * calculated from is read in a handful of queries over the whole span, whatever the number of
 * assets and blocks.
 */
@NullMarked
package energy.optibid.settlement.adapter;

import org.jspecify.annotations.NullMarked;
