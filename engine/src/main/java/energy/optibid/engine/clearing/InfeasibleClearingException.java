package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;

/**
 * The fixed exchanges cannot be met: even with every sell accepted and no buy served (or the other
 * way round) the links cannot carry what they demand.
 */
public class InfeasibleClearingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Power missing;

  public InfeasibleClearingException(Power missing) {
    super("fixed exchanges ask for " + missing + " more than orders and links can provide");
    this.missing = missing;
  }

  /** A whole auction that has no answer; how much is missing is not known. */
  public InfeasibleClearingException(String reason) {
    super(reason);
    this.missing = Power.ZERO;
  }

  /** How much of the fixed exchanges cannot be met; zero where that is not known. */
  public Power missing() {
    return missing;
  }
}
