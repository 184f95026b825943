package energy.optibid.web.analytics;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.Engine;
import java.util.List;

/**
 * What is out of the ordinary, in the order of time.
 *
 * @param engine which database aggregated
 */
public record AnomaliesAnswer(Engine engine, List<Anomaly> items) {}
