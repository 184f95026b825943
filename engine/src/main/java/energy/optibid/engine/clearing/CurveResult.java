package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/**
 * A cleared block of interpolated curves.
 *
 * @param split the result after market splitting: area prices, flows, fills
 * @param unconstrainedPrice price of the pass without the links' limits (India's MCP)
 * @param unconstrainedVolume what is traded in that pass (India's MCV)
 */
public record CurveResult(
    ClearingResult split, Price unconstrainedPrice, Power unconstrainedVolume) {}
