package energy.optibid.bidding.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidOffer;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.VenueBid;
import energy.optibid.bidding.VenueBids;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.OfferAtVenue;
import energy.optibid.market.World;
import energy.optibid.shared.Ids;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is read of bids that stand beside a submission says the same of their power as all that was
 * written in them.
 */
class OffersAtVenueIT {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-04-01T08:00Z");

  private final SandboxWorld world = new SandboxWorld(PostgresServer.shared());
  private final BidStore store = new JdbcBidStore(world.transactions());
  private final VenueBids bids = new JdbcVenueBids(world.transactions());
  private final UUID auctionId = world.openAuction();

  private <T> T act(Supplier<T> work) {
    return world.transactions().callAs(world.caller(), work);
  }

  private static BidBlock curve(int block, String... quantities) {
    return new BidBlock(
        block,
        IntStream.range(0, quantities.length)
            .mapToObj(i -> new BidPoint(BigDecimal.valueOf(10L + i), new BigDecimal(quantities[i])))
            .toList());
  }

  private static BidBlockOrder order(
      String id, @Nullable String group, boolean flexible, int... blocks) {
    return new BidBlockOrder(
        id,
        IntStream.of(blocks)
            .mapToObj(block -> new BlockQuantity(block, new BigDecimal("7.25")))
            .toList(),
        new BigDecimal("31.50"),
        BigDecimal.ONE,
        null,
        group,
        flexible);
  }

  private BidContent content(BidSide side, List<BidBlock> blocks, List<BidBlockOrder> orders) {
    return new BidContent(world.assetId(), "NORD", side, "desk", blocks, false, orders);
  }

  private Bid submitted(BidContent content) {
    return act(
        () -> {
          Bid bid = Bid.draft(Ids.next(), auctionId, content, NOW, world.caller().userId());
          store.add(bid);
          UUID submission = Ids.next();
          bid.submit(submission, "internal", "reference", NOW);
          bid.send(submission, NOW);
          bid.acknowledge(submission, "reference", NOW);
          return store.save(bid);
        });
  }

  @Test
  void whateverABidSays_itsOfferIsReadAsItIs() {
    List<BidContent> contents =
        List.of(
            content(
                BidSide.SELL,
                List.of(curve(2, "0", "5.5", "12.250"), curve(3, "0.001"), curve(10, "0", "400")),
                List.of(
                    order("a", "either", false, 1, 2),
                    order("b", "either", false, 4),
                    order("c", null, true, 7, 8, 9))),
            content(BidSide.BUY, List.of(curve(24, "123456789.125")), List.of()),
            content(BidSide.BUY, List.of(), List.of(order("d", null, false, 1, 24))));
    List<OfferAtVenue> written =
        contents.stream()
            .map(content -> new OfferAtVenue(submitted(content).id(), BidOffer.of(content)))
            .toList();

    assertEquals(written, act(() -> store.atVenue(auctionId, world.assetId())));
    assertEquals(
        written,
        act(() -> bids.unresolved(World.REAL, SandboxWorld.DAY, world.assetId())).stream()
            .map(bid -> new OfferAtVenue(bid.bidId(), bid.offer()))
            .toList());
    assertEquals(
        contents.stream().map(BidContent::offeredPower).toList(),
        written.stream().map(bid -> bid.offer().offeredPower()).toList());
  }

  @Test
  void bidThatIsBeingReplaced_isThereWithBothVersions() {
    BidContent small = content(BidSide.SELL, List.of(curve(1, "5")), List.of());
    BidContent large = content(BidSide.SELL, List.of(curve(1, "8")), List.of());
    Bid bid = submitted(small);
    act(
        () -> {
          Bid held = store.hold(bid.id()).orElseThrow();
          held.amend(large, NOW, world.caller().userId());
          held.submit(Ids.next(), "internal", "reference", NOW);
          return store.save(held);
        });
    List<VenueBid> versions = act(() -> bids.unresolved(World.REAL, SandboxWorld.DAY, null));
    assertEquals(List.of(1, 2), versions.stream().map(VenueBid::versionNumber).toList());
    assertEquals(
        List.of(BidOffer.of(small), BidOffer.of(large)),
        versions.stream().map(VenueBid::offer).toList());
  }

  @Test
  void ofPurchases_thePricesAreReadToo() {
    submitted(content(BidSide.SELL, List.of(curve(1, "5")), List.of()));
    BidContent buy = content(BidSide.BUY, List.of(curve(1, "9", "3")), List.of());
    UUID bought = submitted(buy).id();
    var purchases = act(() -> bids.purchases(World.REAL, SandboxWorld.DAY));
    assertEquals(1, purchases.size());
    assertEquals(bought, purchases.get(0).bidId());
    assertEquals(buy, purchases.get(0).content());
    assertEquals("gme-mgp", purchases.get(0).marketCode());
    assertEquals(60, purchases.get(0).blockMinutes());
  }
}
