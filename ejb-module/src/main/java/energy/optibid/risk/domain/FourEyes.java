package energy.optibid.risk.domain;

import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.risk.ApprovalPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What an approval policy says to a version on its way to its venue. */
public final class FourEyes {
  /** Somebody else has to look before it goes. */
  public static final String APPROVAL_REQUIRED = "approval_required";

  /** Whoever approves wrote it. */
  public static final String OWN_BID = "own_bid";

  private FourEyes() {}

  /** Every reason against the step; empty without a policy. */
  public static List<BidFault> faults(
      ApprovalPolicy policy, SubmissionCandidate candidate, Exposure exposure) {
    if (!policy.asksSomebody()) {
      return List.of();
    }
    return switch (candidate.step()) {
      case REQUEST_APPROVAL -> List.of();
      case APPROVE ->
          candidate.by().equals(candidate.writtenBy())
              ? List.of(
                  BidFault.at(
                      "", OWN_BID, "You wrote this version; somebody else must approve it."))
              : List.of();
      case SUBMIT -> above(policy, exposure);
    };
  }

  private static List<BidFault> above(ApprovalPolicy policy, Exposure exposure) {
    List<BidFault> faults = new ArrayList<>();
    BigDecimal volume = policy.volumeMwh();
    if (volume != null && exposure.volume().compareTo(volume) > 0) {
      faults.add(required(exposure.volume(), volume, "MWh"));
    }
    BigDecimal value = policy.value();
    if (value != null
        && exposure.currency().equals(policy.currency())
        && exposure.value().compareTo(value) > 0) {
      faults.add(required(exposure.value(), value, exposure.currency()));
    }
    return faults;
  }

  private static BidFault required(BigDecimal figure, BigDecimal limit, String unit) {
    return BidFault.at(
        "",
        APPROVAL_REQUIRED,
        "This bid has %s %s; above %s %s somebody else must approve it."
            .formatted(
                Usage.plain(figure).toPlainString(),
                unit,
                Usage.plain(limit).toPlainString(),
                unit));
  }
}
