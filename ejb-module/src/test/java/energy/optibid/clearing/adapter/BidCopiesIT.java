package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.bidding.BidCopies;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.BulkEdit;
import energy.optibid.bidding.CopiedBid;
import energy.optibid.bidding.adapter.BidCopyDesk;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clones and bulk edits on a real PostgreSQL. */
class BidCopiesIT {
  private final ClearingBench bench = new ClearingBench();
  private final BidCopies copies =
      new BidCopyDesk(
          new JdbcBidStore(bench.transactions),
          bench.bidding,
          bench.auctions,
          bench.world.assets(),
          bench.packs);

  private static BulkEdit edit(BidView bid, String percent, Integer... blocks) {
    return new BulkEdit(
        List.of(new BulkEdit.Target(bid.id(), bid.version())),
        Set.of(blocks),
        new BigDecimal("-1.505"),
        new BigDecimal("10"),
        new BigDecimal(percent));
  }

  @Test
  void aClone_isADraftOfItsOwnInTheOtherAuction() {
    BidView bid = bench.submitted(bench.world.openAuction(), 2, "10", "5");
    UUID other = bench.world.openAuction();
    CopiedBid copy = bench.act(() -> copies.clone(bid.id(), other, null));
    assertEquals(other, copy.bid().auctionId());
    assertEquals("draft", copy.bid().state());
    assertEquals(bid.blocks(), copy.bid().blocks());
    assertEquals(List.of(), copy.dropped());
    Caller rival = bench.rival();
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.transactions.callAs(rival, () -> copies.clone(bid.id(), other, null)));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  @Test
  void aDay_isCopiedIntoAnother_withoutWhatWasWithdrawn() {
    LocalDate day = LocalDate.of(2025, 4, 3);
    UUID from = bench.world.openAuction(day);
    BidView bid = bench.submitted(from, 2, "10", "5");
    BidView gone = bench.submitted(from, 3, "10", "5");
    bench.act(() -> bench.bidding.cancel(gone.id(), gone.version()));
    UUID to = bench.world.openAuction(day.plusDays(1));

    List<CopiedBid> copied = bench.act(() -> copies.copyDay(day, day.plusDays(1), "gme-mgp"));

    CopiedBid copy = copied.get(0);
    assertEquals(1, copied.size());
    assertEquals(to, copy.bid().auctionId());
    assertEquals("draft", copy.bid().state());
    assertEquals(bid.blocks(), copy.bid().blocks());
    assertEquals(List.of(), bench.act(() -> copies.copyDay(day, day.plusDays(1), "iex-dam")));
    ProblemException nowhere =
        assertThrows(
            ProblemException.class,
            () -> bench.act(() -> copies.copyDay(day, day.plusDays(2), "gme-mgp")));
    assertEquals(ProblemCode.CONFLICT, nowhere.code());
  }

  @Test
  void chosenBids_areCopiedIntoOneAuction_andEachFaultSaysWhose() {
    LocalDate day = LocalDate.of(2025, 4, 5);
    UUID from = bench.world.openAuction(day);
    BidView first = bench.submitted(from, 2, "10", "5");
    BidView left = bench.submitted(from, 3, "10", "5");
    BidView second = bench.submitted(from, 4, "11", "6");
    UUID to = bench.world.openAuction(day.plusDays(1));

    List<CopiedBid> copied = bench.act(() -> copies.copy(to, List.of(second.id(), first.id())));

    assertEquals(
        List.of(second.blocks(), first.blocks()),
        copied.stream().map(copy -> copy.bid().blocks()).toList());
    assertEquals(List.of(to, to), copied.stream().map(copy -> copy.bid().auctionId()).toList());
    UUID unknown = UUID.randomUUID();
    assertEquals(
        List.of("/bidIds/1 unknown", "/bidIds/2 duplicate_id"),
        faultsOf(to, List.of(left.id(), unknown, left.id())));
    assertEquals(List.of("/bidIds required"), faultsOf(to, List.of()));
    bench.act(() -> bench.auctions.closeGate(to));
    ProblemException late =
        assertThrows(
            ProblemException.class, () -> bench.act(() -> copies.copy(to, List.of(left.id()))));
    assertEquals(ProblemCode.GATE_CLOSED, late.code());
    assertEquals(5, bench.act(() -> bench.bidding.list(BidQuery.ALL, null, 10)).items().size());
  }

  private List<String> faultsOf(UUID auction, List<UUID> bids) {
    return assertThrows(ProblemException.class, () -> bench.act(() -> copies.copy(auction, bids)))
        .faults()
        .stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }

  @Test
  void anEdit_movesTheChosenBlocksAlone_roundedToTickAndLot() {
    BidView bid = bench.submitted(bench.world.openAuction(), 2, "10.05", "5");
    BidView edited = bench.act(() -> copies.edit(edit(bid, "33.333333", 2))).get(0);
    assertEquals(2, edited.versionNumber());
    assertEquals(bid.blocks().get(0), edited.blocks().get(0));
    // 10.05 + 1.005 - 1.505 and 1.66666665
    assertEquals(
        0, new BigDecimal("9.55").compareTo(edited.blocks().get(1).points().get(0).price()));
    assertEquals(
        0, new BigDecimal("1.666").compareTo(edited.blocks().get(1).points().get(0).quantity()));
  }

  @Test
  void oneFault_keepsEveryBidAsItWas() {
    UUID auctionId = bench.world.openAuction();
    BidView good = bench.submitted(auctionId, 1, "10", "5");
    BidView large = bench.submitted(auctionId, 2, "10", "300");
    BulkEdit both =
        new BulkEdit(
            List.of(
                new BulkEdit.Target(good.id(), good.version()),
                new BulkEdit.Target(large.id(), large.version())),
            Set.of(),
            null,
            null,
            new BigDecimal("200"));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> bench.act(() -> copies.edit(both)));
    assertEquals(
        List.of("/bids/1/blocks/0/points/0/quantity", "/bids/1/blocks/1/points/0/quantity"),
        refused.faults().stream().map(Fault::field).toList());
    assertEquals(good, bench.act(() -> bench.bidding.require(good.id())));
  }

  @Test
  void anEditWithoutAChange_orOfAStaleBid_isRefused() {
    BidView bid = bench.submitted(bench.world.openAuction(), 1, "10", "5");
    BulkEdit nothing = new BulkEdit(List.of(), Set.of(), null, null, null);
    ProblemException shape =
        assertThrows(ProblemException.class, () -> bench.act(() -> copies.edit(nothing)));
    assertEquals(
        List.of("/bids required", "/priceShift required"),
        shape.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList());
    BulkEdit stale =
        new BulkEdit(
            List.of(new BulkEdit.Target(bid.id(), 0L)), Set.of(), BigDecimal.ONE, null, null);
    assertEquals(
        ProblemCode.PRECONDITION_FAILED,
        assertThrows(ProblemException.class, () -> bench.act(() -> copies.edit(stale))).code());
    assertEquals(1, bench.act(() -> bench.bidding.list(BidQuery.ALL, null, 10)).items().size());
  }
}
