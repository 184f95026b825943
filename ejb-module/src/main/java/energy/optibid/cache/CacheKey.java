package energy.optibid.cache;

/**
 * Where a value is kept.
 *
 * @param name of the value within region and scope; what the value depends on is in it
 */
public record CacheKey(CacheRegion region, CacheScope scope, String name) {}
