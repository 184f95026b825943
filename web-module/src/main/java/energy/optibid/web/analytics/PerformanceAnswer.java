package energy.optibid.web.analytics;

import energy.optibid.analytics.BidPerformance;
import energy.optibid.analytics.Engine;
import java.util.List;

/**
 * How the own bids did.
 *
 * @param engine always PostgreSQL, which has the awards
 */
public record PerformanceAnswer(Engine engine, List<BidPerformance> items) {}
