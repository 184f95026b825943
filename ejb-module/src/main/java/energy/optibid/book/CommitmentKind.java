package energy.optibid.book;

import java.util.Locale;

/** Why an asset may have to deliver or take power, from the surest to the least sure. */
public enum CommitmentKind {
  /** A long-term power purchase agreement. */
  LONG_TERM,
  /** A bilateral contract. */
  BILATERAL,
  /** Awarded and final. */
  AWARDED,
  /** Awarded, and may still change. */
  PROVISIONAL,
  /** Left unselected by one auction and offered in the next, which has no result yet. */
  CARRIED_OVER,
  /** Offered in an auction that has no result yet. */
  OFFERED;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is agreed: no auction decides about it any more. */
  public boolean isFirm() {
    return switch (this) {
      case LONG_TERM, BILATERAL, AWARDED, PROVISIONAL -> true;
      case CARRIED_OVER, OFFERED -> false;
    };
  }
}
