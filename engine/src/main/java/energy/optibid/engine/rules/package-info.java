/**
 * Dated rule packs: the law of a market on a given delivery day, read from data files that name a
 * source and a confidence for every figure. Nothing in the engine knows a price limit, a tick or a
 * gate time by heart; it asks the pack of the day.
 */
@NullMarked
package energy.optibid.engine.rules;

import org.jspecify.annotations.NullMarked;
