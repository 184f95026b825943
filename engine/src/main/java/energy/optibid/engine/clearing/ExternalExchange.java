package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;

/**
 * A fixed exchange with a place outside the model. Positive is an *export* out of {@code zone},
 * negative an import into it: the sign of GME's published exchanges (NORD–COUP −3,919 MWh is Italy
 * importing).
 */
public record ExternalExchange(String zone, String externalZone, Power export) {}
