package energy.optibid.clearing;

import java.util.Locale;

/** Why a block of a bid was accepted as far as it was. */
public enum AwardReason {
  /** Every step was better than the price: accepted in full. */
  IN_THE_MONEY,
  /** Some steps were better than the price, the others worse. */
  PARTLY_IN_THE_MONEY,
  /** A step stood exactly at the price: what is traded there is shared pro rata. */
  AT_THE_MONEY,
  /** The market could not balance inside the price limits: cut pro rata at the limit. */
  CURTAILED_AT_LIMIT,
  /** Every step was worse than the price, or a block order worse than its average: not accepted. */
  OUT_OF_THE_MONEY,
  /** A block order was accepted in part, as its minimum acceptance ratio allows. */
  PARTLY_ACCEPTED,
  /** A block order that would not lose: taking it would make it, or another block, lose. */
  PARADOXICALLY_REJECTED,
  /** A block order whose parent was not accepted. */
  PARENT_REJECTED,
  /** A block order whose exclusive group is used up by others. */
  GROUP_USED_UP;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
