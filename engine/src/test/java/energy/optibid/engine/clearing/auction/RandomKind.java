package energy.optibid.engine.clearing.auction;

import java.util.function.LongFunction;

/** Kinds of small random auctions whose optimum an independent programme can find. */
enum RandomKind {
  BLOCKS(seed -> RandomAuction.ofBlocks(seed, 8, RandomKind.UNIT, 1)),
  INCOME(seed -> RandomAuction.ofIncome(seed, RandomKind.UNIT, 1)),
  GRADIENTS(seed -> RandomAuction.ofGradients(seed, RandomKind.UNIT)),
  RAMPS(seed -> RandomAuction.ofRamps(seed, RandomKind.UNIT)),
  LOSSES(seed -> RandomAuction.ofLosses(seed, RandomKind.UNIT)),
  CRITICAL_BRANCHES(seed -> RandomAuction.ofCriticalBranches(seed, RandomKind.UNIT)),

  /**
   * Quantities so small that many have to be rounded to lots. Not every such auction has an answer
   * in whole lots that prices support; recorded are some that do.
   */
  COARSE_RAMPS(seed -> RandomAuction.ofRamps(seed, RandomKind.COARSE)),
  COARSE_LOSSES(seed -> RandomAuction.ofLosses(seed, RandomKind.COARSE)),
  COARSE_GRADIENTS(seed -> RandomAuction.ofGradients(seed, RandomKind.COARSE)),
  COARSE_BRANCHES(seed -> RandomAuction.ofCriticalBranches(seed, RandomKind.COARSE));

  /**
   * kW of one unit of quantity: any share of it with a small denominator is a whole lot, so that
   * rounding to lots takes no price away, and a lot is more than a millionth of any block.
   */
  static final long UNIT = 55_440;

  private static final long COARSE = 7;

  private static final double TOLERANCE = 1e-6;

  private final LongFunction<AuctionProblem> problem;

  RandomKind(LongFunction<AuctionProblem> problem) {
    this.problem = problem;
  }

  /** kW of one unit of quantity. */
  long unit() {
    return name().startsWith("COARSE") ? COARSE : UNIT;
  }

  AuctionProblem problem(long seed) {
    return problem.apply(seed);
  }

  /**
   * By how much the engine's welfare may differ from the programme's, in the currency: what a line
   * delivers is rounded down to a lot of 1 kW, at 20 EUR/MWh at the most.
   */
  static double allowed(AuctionProblem auction, double welfare) {
    double lostInRounding = auction.losses().size() * auction.periods().size() * 0.02;
    return TOLERANCE * Math.max(1, Math.abs(welfare)) + lostInRounding;
  }
}
