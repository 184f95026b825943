package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.bidding.BidTemplate;
import energy.optibid.bidding.BidTemplates;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.CopiedBid;
import energy.optibid.bidding.adapter.BidTemplateDesk;
import energy.optibid.bidding.adapter.JdbcBidStore;
import energy.optibid.bidding.adapter.JdbcBidTemplateStore;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Templates on a real PostgreSQL. */
class BidTemplatesIT {
  private final ClearingBench bench = new ClearingBench();
  private final BidTemplates templates =
      new BidTemplateDesk(
          new JdbcBidTemplateStore(bench.transactions),
          new JdbcBidStore(bench.transactions),
          bench.bidding,
          bench.auctions,
          bench.world.assets(),
          new PostgresAuditTrail(bench.transactions, bench.transactions),
          Clock.systemUTC());

  private final BidView bid = bench.submitted(bench.world.openAuction(), 2, "10", "5");

  private BidTemplate kept(String name) {
    return bench.act(() -> templates.create(name, bid.id()));
  }

  @Test
  void aTemplate_becomesADraftInAnotherAuction() {
    BidTemplate template = kept(" Night base ");
    assertEquals("Night base", template.name());
    assertEquals(template, bench.act(() -> templates.require(template.id())));
    UUID other = bench.world.openAuction();
    CopiedBid made = bench.act(() -> templates.apply(template.id(), other, null));
    assertEquals(bid.blocks(), made.bid().blocks());
    assertEquals("draft", made.bid().state());
    assertEquals(other, made.bid().auctionId());
  }

  @Test
  void namesAreTakenOnce_andReplacedWithTheirVersion() {
    BidTemplate one = kept("One");
    kept("Two");
    assertEquals(
        ProblemCode.CONFLICT, assertThrows(ProblemException.class, () -> kept("One")).code());
    assertEquals(
        ProblemCode.CONFLICT,
        assertThrows(
                ProblemException.class,
                () -> bench.act(() -> templates.replace(one.id(), 0, "Two", null)))
            .code());
    BidTemplate renamed = bench.act(() -> templates.replace(one.id(), 0, "Three", bid.id()));
    assertEquals(1, renamed.version());
    assertEquals(
        ProblemCode.PRECONDITION_FAILED,
        assertThrows(
                ProblemException.class,
                () ->
                    bench.act(
                        () -> {
                          templates.delete(one.id(), 0);
                          return one;
                        }))
            .code());
    bench.act(
        () -> {
          templates.delete(one.id(), 1);
          return one;
        });
    assertEquals(
        List.of("Two"), bench.act(templates::list).stream().map(BidTemplate::name).toList());
  }

  @Test
  void everyGap_isNamed() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> bench.act(() -> templates.create("  ", null)));
    assertEquals(
        List.of("/name name", "/bidId required"),
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList());
  }

  @Test
  void anotherOrganisation_seesNone() {
    BidTemplate template = kept("Mine");
    Caller rival = bench.rival();
    assertEquals(
        ProblemCode.NOT_FOUND,
        assertThrows(
                ProblemException.class,
                () -> bench.transactions.callAs(rival, () -> templates.require(template.id())))
            .code());
    assertEquals(0, bench.rows(rival, "bid_template"));
    assertEquals(1, bench.rows(bench.world.caller(), "bid_template"));
  }
}
