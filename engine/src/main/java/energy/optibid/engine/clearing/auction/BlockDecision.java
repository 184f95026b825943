package energy.optibid.engine.clearing.auction;

/** What became of a block or complex order, and why. */
public enum BlockDecision {
  /** Taken, in full or as far as its minimum acceptance allows. */
  ACCEPTED,
  /** Not taken: it would lose at the prices. */
  OUT_OF_THE_MONEY,
  /** Not taken although it would not lose: taking it would make it, or another block, lose. */
  PARADOXICALLY_REJECTED,
  /** Not taken because its parent is not. */
  PARENT_REJECTED,
  /** Not taken because its exclusive group is used up. */
  GROUP_USED_UP
}
