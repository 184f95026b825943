package energy.optibid.clearing.adapter;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.Auction;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The rules a result was found under, which its market's pack may no longer say. */
@ApplicationScoped
public class RunRules {
  private final Rules packs;
  private final PackArchive archive;

  @Inject
  public RunRules(Rules packs, PackArchive archive) {
    this.packs = packs;
    this.archive = archive;
  }

  /** Those of a run; of one that is not finished yet, today's. */
  AuctionRules of(ClearingRun run, Auction auction) {
    return run.rulePack() == null
        ? packs.forDay(auction.marketCode(), auction.deliveryDay())
        : archive.require(run.rulePack()).auction(auction.deliveryDay());
  }
}
