package energy.optibid.book;

import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Power that an asset sells or buys outside the exchanges.
 *
 * @param reference what the parties call it
 * @param party the other party
 * @param exchangeId the simulated exchange in whose days it counts; null for the real markets
 * @param validFrom first delivery day, in the time zone of the asset's market
 * @param validTo last delivery day, included
 * @param price money per MWh
 * @param currency ISO 4217 code
 * @param recordedAt when this version was written
 * @param removed whether it counts no more; its versions stay readable
 * @param version rises with every change; the entity tag
 */
public record Contract(
    UUID id,
    Kind kind,
    String reference,
    String party,
    UUID assetId,
    @Nullable UUID exchangeId,
    BidSide side,
    LocalDate validFrom,
    LocalDate validTo,
    ContractProfile profile,
    BigDecimal price,
    String currency,
    OffsetDateTime recordedAt,
    UUID recordedBy,
    boolean removed,
    long version) {

  /** What a contract is. */
  public enum Kind {
    /** A power purchase agreement over years. */
    LONG_TERM,
    /** Agreed between two parties for a shorter time. */
    BILATERAL;

    /** What it commits an asset to. */
    public CommitmentKind commitment() {
      return switch (this) {
        case LONG_TERM -> CommitmentKind.LONG_TERM;
        case BILATERAL -> CommitmentKind.BILATERAL;
      };
    }
  }
}
