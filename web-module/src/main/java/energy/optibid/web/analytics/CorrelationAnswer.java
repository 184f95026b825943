package energy.optibid.web.analytics;

import energy.optibid.analytics.Correlation;
import energy.optibid.analytics.Engine;

/**
 * How closely two areas move together.
 *
 * @param engine which database aggregated
 */
public record CorrelationAnswer(Engine engine, Correlation correlation) {}
