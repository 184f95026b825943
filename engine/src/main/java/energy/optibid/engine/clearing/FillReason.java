package energy.optibid.engine.clearing;

/** Why a step of an order was accepted as far as it was. */
public enum FillReason {
  /** Better than the price: accepted in full. */
  IN_THE_MONEY,
  /** Worse than the price: not accepted. */
  OUT_OF_THE_MONEY,
  /**
   * Exactly at the price: accepted in full, in part (pro rata by submitted volume) or not at all.
   */
  AT_THE_MONEY,
  /**
   * A buy at the cap or a sell at the floor, cut pro rata because the market cannot balance inside.
   */
  CURTAILED_AT_LIMIT
}
