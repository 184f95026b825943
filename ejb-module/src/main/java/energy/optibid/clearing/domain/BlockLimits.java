package energy.optibid.clearing.domain;

import energy.optibid.clearing.BlockLimit;
import energy.optibid.engine.clearing.replay.AcceptanceLimit;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;

/** At which limit a block that was left out would have been taken. */
public final class BlockLimits {
  /** How many times a day is cleared for one answer at most. */
  static final int MOST_CLEARINGS = 24;

  private BlockLimits() {}

  /**
   * Searches in a cleared auction.
   *
   * @throws ProblemException {@code not_found} if it has no such block; {@code conflict} if the
   *     block is accepted
   */
  public static BlockLimit of(ReplayBase base, String blockId) {
    boolean accepted =
        base.cleared().blocks().stream()
            .filter(block -> block.blockId().equals(blockId))
            .findFirst()
            .map(block -> !block.ratio().isZero())
            .orElseThrow(() -> ProblemException.notFound("block in this run's result"));
    if (accepted) {
      throw new ProblemException(ProblemCode.CONFLICT, "The block is accepted as it is.");
    }
    return AcceptanceLimit.of(
            base.problem(), base.cleared(), blockId, base.replay(), MOST_CLEARINGS)
        .map(
            found ->
                new BlockLimit(
                    blockId, Figures.price(found.limit()), found.exact(), found.clearings()))
        .orElseGet(() -> new BlockLimit(blockId, null, true, 1));
  }
}
