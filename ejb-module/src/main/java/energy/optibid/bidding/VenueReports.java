package energy.optibid.bidding;

import energy.optibid.shared.ProblemException;
import java.util.Optional;
import java.util.UUID;

/**
 * Where exchanges outside say what became of submissions. A call joins the caller's transaction or
 * starts its own, and is of the organisation whose bid it is. Repeated and overtaken reports change
 * nothing.
 */
public interface VenueReports {
  /**
   * Notes a report.
   *
   * @return the submission's state afterwards; empty when it is over. {@link
   *     SubmissionState#IN_DOUBT} after {@link VenueReport.Taken} or {@link VenueReport.Refused}:
   *     the answer came late, ask the exchange what it holds and report that
   * @throws ProblemException {@code illegal_transition} where the exchange contradicts itself;
   *     {@code not_found} without such a bid
   */
  Optional<SubmissionState> report(UUID bidId, UUID submissionId, VenueReport report);
}
