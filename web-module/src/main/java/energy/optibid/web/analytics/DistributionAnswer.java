package energy.optibid.web.analytics;

import energy.optibid.analytics.Engine;
import energy.optibid.analytics.PriceDistribution;

/**
 * How often which price was.
 *
 * @param engine which database aggregated
 */
public record DistributionAnswer(Engine engine, PriceDistribution distribution) {}
