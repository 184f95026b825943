/**
 * Money: what awards are worth, by block, asset and day. Lines are rounded once and totals add the
 * rounded lines.
 */
@NullMarked
package energy.optibid.settlement;

import org.jspecify.annotations.NullMarked;
