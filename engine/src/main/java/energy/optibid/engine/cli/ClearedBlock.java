package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.market.gme.PublishedDecision;
import java.time.LocalDate;
import java.util.Optional;

/** What became of one block order, beside what the market published about it. */
record ClearedBlock(
    LocalDate deliveryDay, BlockOutcome outcome, Optional<PublishedDecision> published) {

  /** The decision in the market's words. */
  PublishedDecision decision() {
    return switch (outcome.decision()) {
      case ACCEPTED -> PublishedDecision.ACCEPTED;
      case PARADOXICALLY_REJECTED -> PublishedDecision.PARADOXICALLY_REJECTED;
      case OUT_OF_THE_MONEY, PARENT_REJECTED, GROUP_USED_UP -> PublishedDecision.REJECTED;
    };
  }
}
