package energy.optibid.web.analytics;

import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.Engine;

/**
 * The key figures of a delivery day.
 *
 * @param engine which database aggregated
 */
public record DayFiguresAnswer(Engine engine, DayFigures day) {}
