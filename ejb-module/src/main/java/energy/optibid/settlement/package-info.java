/**
 * Money: what awards are worth by block, asset and day, and what a span of days comes to in a
 * statement with deviations, fees and taxes. Statements of others are held against own ones, and
 * disputes follow. Lines are rounded once and totals add the rounded lines.
 */
@NullMarked
package energy.optibid.settlement;

import org.jspecify.annotations.NullMarked;
