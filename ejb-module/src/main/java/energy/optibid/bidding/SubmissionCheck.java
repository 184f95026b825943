package energy.optibid.bidding;

import java.util.List;

/**
 * Something beside the bid itself that may keep it from its venue: a limit, a registration, a stop.
 * Every bean of this type is asked in the submitting transaction, which at that moment is the only
 * one of its organisation for that delivery day of that exchange: what a check reads there stands
 * until the bid is submitted or refused.
 */
public interface SubmissionCheck {
  /** Every reason against it; empty when there is none. */
  List<BidFault> faults(SubmissionCandidate candidate);
}
