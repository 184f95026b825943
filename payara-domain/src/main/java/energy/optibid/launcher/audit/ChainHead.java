package energy.optibid.launcher.audit;

import energy.optibid.engine.audit.BrokenLink;
import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.engine.audit.ChainedEntry;
import java.util.Optional;

/**
 * The end of a chain as somebody noted it down, outside the database: an earlier verification
 * printed it.
 */
public record ChainHead(long number, String hash) {

  /**
   * Reads {@code NUMBER:HASH}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static ChainHead parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}:[0-9a-f]{64}")) {
      throw new IllegalArgumentException("must be NUMBER:HASH with the 64 digits of a SHA-256");
    }
    int colon = text.indexOf(':');
    return new ChainHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** Whether the entry is the one that was noted, if it has its number. */
  public Optional<BrokenLink> contradicts(ChainedEntry entry) {
    return entry.number() == number && !entry.hash().equals(hash)
        ? Optional.of(
            new BrokenLink(
                number,
                BrokenLink.Kind.HEAD,
                "Entry #%d is not the one that was noted down.".formatted(number)))
        : Optional.empty();
  }

  /** Whether the chain that was followed goes at least as far. */
  public Optional<BrokenLink> isBeyond(ChainCheck check) {
    long end = check.last().map(ChainedEntry::number).orElse(0L);
    return end < number
        ? Optional.of(
            new BrokenLink(
                end + 1,
                BrokenLink.Kind.HEAD,
                "The chain ends at #%d, but #%d was noted down.".formatted(end, number)))
        : Optional.empty();
  }
}
