package energy.optibid.market;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The auctions that belong together: those of a simulated exchange, of an import, or of neither,
 * which are the real markets'. Figures of two worlds never mix.
 *
 * @param exchangeId the exchange; null for the other kinds
 * @param importId the import; null beside an exchange
 */
public record World(@Nullable UUID exchangeId, @Nullable UUID importId) {
  /** The real markets. */
  public static final World REAL = new World(null, null);

  /** The one an auction belongs to. */
  public static World of(Auction auction) {
    return new World(
        auction.exchangeId(), auction.exchangeId() == null ? auction.importId() : null);
  }

  /** Its exchange or import; null for the real markets. */
  public @Nullable UUID id() {
    return exchangeId == null ? importId : exchangeId;
  }

  /** A condition on a row of the table of auctions, with {@link #id} for its one parameter. */
  public String condition(String auction) {
    if (exchangeId != null) {
      return auction + ".exchange_id = ?";
    }
    return importId != null
        ? auction + ".import_id = ?"
        : "%1$s.exchange_id is null and %1$s.import_id is null and ?::uuid is null"
            .formatted(auction);
  }
}
