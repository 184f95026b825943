/**
 * Settlement as functions: what trades are worth, what a deviation from the schedule costs and
 * which charges come beside it, line by line. Quantities of trades are buy-positive MWh, schedules
 * and meters injection-positive MWh, prices money per MWh, money receiving-positive. A line is
 * exact until its one rounding, half-even to the currency's smallest unit; every sum adds rounded
 * lines. No clock, no chance, no files: the figures come from a {@link
 * energy.optibid.engine.rules.DeviationRules} of the delivery day.
 */
@NullMarked
package energy.optibid.engine.settlement;

import org.jspecify.annotations.NullMarked;
