package energy.optibid.web.analytics;

import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Spread;
import java.util.List;

/**
 * One area against another, by interval.
 *
 * @param engine which database aggregated
 */
public record SpreadAnswer(Engine engine, List<Spread> items) {}
