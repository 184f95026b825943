package energy.optibid.risk;

import java.util.UUID;

/** What the approver of a bid sees. */
public interface BidApprovals {
  /** Of the newest version, whatever its state; a foreign or unknown bid is {@code not_found}. */
  BidApproval of(UUID bidId);
}
