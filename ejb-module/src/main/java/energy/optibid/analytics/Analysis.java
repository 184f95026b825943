package energy.optibid.analytics;

/**
 * An answer and who gave it.
 *
 * @param engine the database that aggregated; the other one would have said the same
 */
public record Analysis<T>(Engine engine, T result) {}
