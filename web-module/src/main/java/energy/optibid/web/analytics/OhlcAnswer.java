package energy.optibid.web.analytics;

import energy.optibid.analytics.Engine;
import energy.optibid.analytics.PriceBucket;
import java.util.List;

/**
 * Prices of an area by interval.
 *
 * @param engine which database aggregated
 */
public record OhlcAnswer(Engine engine, List<PriceBucket> items) {}
