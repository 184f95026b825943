package energy.optibid.engine.clearing;

/** What an order wants to do. */
public enum Side {
  /** Withdraw power and pay. */
  BUY,
  /** Inject power and be paid. */
  SELL
}
