package energy.optibid.risk.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCandidate.Step;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.risk.ApprovalPolicy;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may bring a version to its venue. */
class FourEyesTest {
  private static final UUID SECOND = new UUID(4, 4);
  private static final ApprovalPolicy NONE = new ApprovalPolicy(null, null, null, 0);
  private static final ApprovalPolicy POLICY =
      new ApprovalPolicy(Samples.decimal("500"), "EUR", Samples.decimal("20"), 1);

  private static List<String> codes(
      ApprovalPolicy policy, Step step, UUID by, String price, String megawatts) {
    BidContent content = Samples.content(BidSide.SELL, Samples.block(1, price, megawatts));
    OffsetDateTime at = OffsetDateTime.parse("2025-04-01T10:00:00Z");
    Auction auction =
        new Auction(
            new UUID(6, 6),
            null,
            null,
            Samples.MARKET,
            LocalDate.parse("2025-04-02"),
            1,
            AuctionScope.SANDBOX,
            AuctionState.OPEN,
            AuctionClock.REPLAY,
            at,
            at,
            null,
            null,
            "Europe/Rome",
            "EUR",
            60,
            1,
            24,
            List.of("NORD"),
            null,
            null,
            1);
    return FourEyes.faults(
            policy,
            new SubmissionCandidate(Samples.BID, 1, Samples.TRADER, step, by, content, auction),
            Samples.exposure(content, 60, CurveKind.STEP))
        .stream()
        .map(BidFault::code)
        .toList();
  }

  @Test
  void aSubmissionAboveASize_needsASecondPerson_forEachSize() {
    assertEquals(List.of(), codes(POLICY, Step.SUBMIT, Samples.TRADER, "25", "20"));
    assertEquals(
        List.of("approval_required"), codes(POLICY, Step.SUBMIT, Samples.TRADER, "1", "20.001"));
    assertEquals(List.of("approval_required"), codes(POLICY, Step.SUBMIT, SECOND, "-25.001", "20"));
    assertEquals(
        List.of("approval_required", "approval_required"),
        codes(POLICY, Step.SUBMIT, Samples.TRADER, "100", "30"));
  }

  @Test
  void nobodyApprovesWhatTheyWrote() {
    assertEquals(List.of("own_bid"), codes(POLICY, Step.APPROVE, Samples.TRADER, "100", "30"));
    assertEquals(List.of(), codes(POLICY, Step.APPROVE, SECOND, "100", "30"));
    assertEquals(List.of(), codes(POLICY, Step.REQUEST_APPROVAL, Samples.TRADER, "100", "30"));
  }

  @Test
  void withoutAPolicy_everythingIsAsItWas() {
    assertEquals(List.of(), codes(NONE, Step.SUBMIT, Samples.TRADER, "100", "30"));
    assertEquals(List.of(), codes(NONE, Step.APPROVE, Samples.TRADER, "100", "30"));
  }
}
