package energy.optibid.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param number sealed entries, and the number of the newest
 * @param hash of the newest sealed entry; null while there is none
 * @param waiting entries that are not sealed yet
 * @param verification what the last verification found; null before the first
 */
public record ChainState(
    long number,
    @Nullable String hash,
    @Nullable Instant sealedAt,
    long waiting,
    @Nullable Verification verification) {

  /**
   * @param upTo number of the last entry that was looked at and held
   * @param brokenAt number of the first link that does not hold; null when all do
   * @param problem what is wrong with it
   */
  public record Verification(
      Instant at, long upTo, @Nullable Long brokenAt, @Nullable String problem) {}
}
