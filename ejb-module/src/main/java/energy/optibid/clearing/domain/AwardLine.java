package energy.optibid.clearing.domain;

import energy.optibid.clearing.Award;
import energy.optibid.clearing.Explanation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An award with its explanation, as one row. */
public record AwardLine(
    Award award, UUID submissionId, Explanation.@Nullable Marginal marginal, String sentence) {

  /** The explanation's view of the row. */
  public Explanation explanation() {
    return new Explanation(
        award.bidId(),
        award.block(),
        award.areaCode(),
        award.offeredMwh(),
        award.acceptedMwh(),
        award.reason(),
        marginal,
        award.price(),
        sentence);
  }
}
