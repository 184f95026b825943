package energy.optibid.stops;

/**
 * What a stop would do now.
 *
 * @param atVenue bids at a venue whose gate is open: they would be withdrawn
 * @param beyondReach bids at a venue whose gate has closed: they take part whatever is stopped
 * @param standing whether the same is stopped already
 */
public record StopPreview(String subjectName, int atVenue, int beyondReach, boolean standing) {}
