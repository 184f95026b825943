package energy.optibid.engine.rules;

import java.util.Locale;

/** What a market may let participants submit; a rule pack names those it takes. */
public enum OrderType {
  /** A price–quantity curve read as steps. */
  STEP,
  /** A price–quantity curve interpolated between its points; India's single bid. */
  LINEAR,
  /** One quantity over a run of consecutive periods, all or none. */
  BLOCK,
  /** A block whose quantity differs by period. */
  PROFILE_BLOCK,
  /** A block that may be accepted in part, down to a ratio of its own. */
  MINIMUM_ACCEPTANCE_RATIO,
  /** A block that may be accepted only as far as its parent is. */
  LINKED,
  /** Blocks whose accepted ratios add up to one at most. */
  EXCLUSIVE,
  /** A quantity that is placed in one period of the auction's choice. */
  FLEXIBLE,
  /** Curves of a day that are void unless they earn a fixed and a variable term (MIC). */
  MINIMUM_INCOME,
  /** Curves of a day with a fixed term and a minimum acceptance in each period. */
  SCALABLE_COMPLEX,
  /** First periods that stay accepted when a minimum income condition is not met. */
  SCHEDULED_STOP,
  /** A limit on the change of accepted quantity from one period to the next. */
  LOAD_GRADIENT;

  /** The name used in files and in the API: lower case, words joined by underscores. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
