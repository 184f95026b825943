package energy.optibid.stops;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bid that was at a venue when its stop took hold.
 *
 * @param detail why the venue keeps it; null where it does not
 */
public record StoppedBid(
    UUID bidId,
    UUID auctionId,
    String marketCode,
    LocalDate deliveryDay,
    int session,
    String assetName,
    Outcome outcome,
    @JsonbNillable @Nullable String detail,
    Instant at) {

  /** Where the bid ended. */
  public enum Outcome {
    /** The venue gave it back. */
    WITHDRAWN,
    /** The venue was asked for it and has not answered. */
    ASKED_BACK,
    /** The venue keeps it, for instance because the gate has closed. */
    KEPT;

    /** The word used in the API and in tables. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
