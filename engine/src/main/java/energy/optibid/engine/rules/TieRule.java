package energy.optibid.engine.rules;

/** How orders of equal price share what the market can take. */
public enum TieRule {
  /** In proportion to the quantity submitted. */
  PRO_RATA
}
