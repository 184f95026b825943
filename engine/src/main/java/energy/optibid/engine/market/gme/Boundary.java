package energy.optibid.engine.market.gme;

/** How the model is closed at the borders; no two are ever mixed in one report. */
public enum Boundary {
  /**
   * Neighbours take their published price within the transfer limits. The border price anchors the
   * zones' prices, so that this proves the network, not price skill.
   */
  PRICES,
  /** The published exchanges are fixed flows; prices come from the books alone. */
  EXCHANGES,
  /**
   * Nothing the coupling decided that day is known: exchanges are yesterday's, and give way with
   * the price by a stated elasticity, see {@link ExpectedBorders}.
   */
  YESTERDAY
}
