package energy.optibid.cache;

import energy.optibid.shared.OrganizationId;

/**
 * Who may see a value; part of every key, so that none is asked for without saying so.
 *
 * @param slug in keys
 */
public record CacheScope(String slug) {

  /** What is the same for every organisation. */
  public static final CacheScope EVERYBODY = new CacheScope("everybody");

  /** What one organisation sees. */
  public static CacheScope of(OrganizationId organization) {
    return new CacheScope(organization.toString());
  }
}
