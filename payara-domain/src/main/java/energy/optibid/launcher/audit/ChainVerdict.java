package energy.optibid.launcher.audit;

import energy.optibid.engine.audit.BrokenLink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of following one chain.
 *
 * @param organization its name, or its identifier where only a file was read
 * @param entries entries that held
 * @param last number of the last of them, 0 for none
 * @param hash its hash
 */
public record ChainVerdict(
    String organization,
    long entries,
    long last,
    @Nullable String hash,
    Optional<BrokenLink> broken) {

  /** One line for the terminal. */
  public String sentence() {
    String held =
        entries == 0
            ? "no sealed entries"
            : "%,d entries hold, up to #%d %s".formatted(entries, last, hash);
    return "%s: %s"
        .formatted(
            organization,
            broken
                .map(
                    link ->
                        "BROKEN at #%d: %s (%s)".formatted(link.number(), link.sentence(), held))
                .orElse(held));
  }
}
