package energy.optibid.web.analytics;

import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Volatility;
import java.util.List;

/**
 * How much prices jump, by interval.
 *
 * @param engine which database aggregated
 */
public record VolatilityAnswer(Engine engine, List<Volatility> items) {}
