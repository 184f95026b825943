package energy.optibid.bidding;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bid of an auction as its gate comes near, and what became of it, or would become.
 *
 * @param side {@code buy} or {@code sell}
 * @param versionNumber its newest version
 * @param faults why it does not go; empty unless it is refused
 */
public record ReadyBid(
    UUID bidId,
    UUID assetId,
    String assetName,
    String areaCode,
    String side,
    @JsonbNillable @Nullable String label,
    int versionNumber,
    Outcome outcome,
    List<BidFault> faults) {
  public ReadyBid {
    faults = List.copyOf(faults);
  }

  /** What becomes of it. */
  public enum Outcome {
    /** Nothing is against it: it would go. Only of a dry run. */
    READY,
    /** It was submitted now. */
    SUBMITTED,
    /** The venue has its newest version. */
    ALREADY_THERE,
    /** Its newest version is on its way and not answered. */
    UNDER_WAY,
    /** Somebody has to approve it first. */
    NEEDS_APPROVAL,
    /** It does not go, for its faults. */
    REFUSED
  }
}
