package energy.optibid.clearing.domain;

import energy.optibid.clearing.Award;
import energy.optibid.clearing.Explanation;
import energy.optibid.shared.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An award with its explanation, as one row.
 *
 * @param organization whose bid it is
 */
public record AwardLine(
    OrganizationId organization,
    Award award,
    UUID submissionId,
    Explanation.@Nullable Marginal marginal,
    String sentence) {

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
