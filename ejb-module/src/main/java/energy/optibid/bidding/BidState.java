package energy.optibid.bidding;

import java.util.Locale;

/** Where a bid stands on the desk. What is at the exchange is told by its submission. */
public enum BidState {
  /** Being written; its newest version was never approved. */
  DRAFT,
  /** Waits for somebody who may approve it. */
  PENDING_APPROVAL,
  /** Its newest version was approved and handed to the venue. */
  APPROVED,
  /** Taken back; nothing follows. */
  WITHDRAWN;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
