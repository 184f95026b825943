package energy.optibid.risk.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.IllegalTransition;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.RiskLimit;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is submitted, changed, answered and withdrawn in whatever order. */
class StandingSumsTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-04-01T10:00:00Z");
  private static final List<RiskLimit> LIMITS =
      List.of(
          Samples.limit(LimitKind.VOLUME, "120"),
          Samples.limit(LimitKind.VALUE, "3000"),
          Samples.limit(LimitKind.DAILY_LOSS, "2000"));

  enum Call {
    SUBMIT,
    CHANGE,
    ACKNOWLEDGE,
    REFUSE,
    DOUBT,
    WITHDRAW,
    CONFIRM_WITHDRAWAL
  }

  /**
   * One step.
   *
   * @param bid which of the bids there are
   */
  record Step(Call call, int bid, int megawatts, int price, BidSide side) {}

  /** The desk with its exposures as their table would have them. */
  private static final class Desk {
    private final List<Bid> bids = new ArrayList<>();
    private final Map<String, Exposure> kept = new HashMap<>();
    private final Map<String, BidContent> written = new HashMap<>();
    private int ids;

    void act(Step step) {
      BidContent content = content(step);
      if (step.call() == Call.SUBMIT || bids.isEmpty()) {
        Bid bid = Bid.draft(id(), new UUID(9, 9), content, NOW, Samples.TRADER);
        if (goes(bid, content)) {
          bids.add(bid);
        }
        return;
      }
      Bid bid = bids.get(step.bid() % bids.size());
      Submission newest = bid.submission();
      UUID submission = newest == null ? new UUID(8, 8) : newest.id();
      switch (step.call()) {
        case SUBMIT -> throw new AssertionError("a submission is done");
        case CHANGE -> {
          bid.amend(content, NOW, Samples.TRADER);
          goes(bid, content);
        }
        case ACKNOWLEDGE -> bid.acknowledge(submission, "theirs", NOW);
        case REFUSE -> bid.refuse(submission, "no", NOW);
        case DOUBT -> {
          bid.send(submission, NOW);
          bid.doubt(submission, NOW);
        }
        case WITHDRAW -> bid.withdraw(NOW);
        case CONFIRM_WITHDRAWAL ->
            bid.confirmWithdrawal(bid.held().map(Submission::id).orElse(submission), NOW);
      }
    }

    /** Submits unless a limit or the state is against it; what is refused stays a draft. */
    private boolean goes(Bid bid, BidContent content) {
      int version = bid.version().number();
      Exposure exposure = Samples.exposure(bid.id(), version, content, 60, CurveKind.STEP);
      List<Exposure> standing = standing();
      boolean exceeded =
          LIMITS.stream()
              .anyMatch(limit -> LimitEffects.of(limit, standing, exposure, content).exceeded());
      if (exceeded) {
        return false;
      }
      bid.submit(id(), "venue", "ours", NOW);
      kept.put(key(bid, version), exposure);
      written.put(key(bid, version), content);
      return true;
    }

    List<Exposure> standing() {
      List<Exposure> standing = new ArrayList<>();
      for (Bid bid : bids) {
        for (int version : versionsAtVenue(bid)) {
          Exposure exposure = kept.get(key(bid, version));
          assertTrue(exposure != null, "nothing was kept of a version at the venue");
          standing.add(exposure);
        }
      }
      return standing;
    }

    /** From the bids alone: the larger of each bid's versions that may be at the venue. */
    BigDecimal recomputed(Function<BidContent, BigDecimal> figure) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Bid bid : bids) {
        BigDecimal most = BigDecimal.ZERO;
        for (int version : versionsAtVenue(bid)) {
          BidContent content = written.get(key(bid, version));
          assertTrue(content != null, "a version nobody wrote");
          most = most.max(figure.apply(content));
        }
        sum = sum.add(most);
      }
      return sum;
    }

    private static List<Integer> versionsAtVenue(Bid bid) {
      List<Integer> versions = new ArrayList<>();
      Submission newest = bid.submission();
      if (newest != null && (newest.state().isUnderWay() || newest.state().isHeld())) {
        versions.add(newest.versionNumber());
      }
      bid.held()
          .map(Submission::versionNumber)
          .filter(version -> !versions.contains(version))
          .ifPresent(versions::add);
      return versions;
    }

    private UUID id() {
      return new UUID(7, ids++);
    }

    private static String key(Bid bid, int version) {
      return bid.id() + " " + version;
    }
  }

  private static BidContent content(Step step) {
    BidPoint point =
        new BidPoint(BigDecimal.valueOf(step.price()), BigDecimal.valueOf(step.megawatts()));
    return Samples.content(step.side(), new BidBlock(1, List.of(point)));
  }

  @Property(tries = 2000)
  void noLimitIsEverExceeded_andTheSumsAreThoseOfTheBids(
      @ForAll @Size(max = 40) List<Call> calls,
      @ForAll @Size(40) List<@IntRange(max = 5) Integer> abouts,
      @ForAll @Size(40) List<@IntRange(min = 1, max = 50) Integer> megawatts,
      @ForAll @Size(40) List<@IntRange(min = -20, max = 90) Integer> prices,
      @ForAll @Size(40) List<BidSide> sides) {
    Desk desk = new Desk();
    for (int i = 0; i < calls.size(); i++) {
      try {
        desk.act(
            new Step(calls.get(i), abouts.get(i), megawatts.get(i), prices.get(i), sides.get(i)));
      } catch (IllegalTransition refused) {
        assertTrue(String.valueOf(refused.getMessage()).startsWith("A "));
      }
      List<Exposure> standing = desk.standing();
      for (RiskLimit limit : LIMITS) {
        BigDecimal used = Usage.of(limit, standing);
        assertEquals(0, desk.recomputed(figure(limit)).compareTo(used), limit.kind().code());
        assertTrue(used.compareTo(java.util.Objects.requireNonNull(limit.amount())) <= 0);
      }
    }
  }

  private static Function<BidContent, BigDecimal> figure(RiskLimit limit) {
    return switch (limit.kind()) {
      case VOLUME -> StandingSumsTest::energy;
      case VALUE -> content -> energy(content).multiply(price(content).abs());
      case DAILY_LOSS ->
          content ->
              energy(content)
                  .multiply(
                      (content.side() == BidSide.BUY ? price(content) : price(content).negate())
                          .max(BigDecimal.ZERO));
      case NET_POSITION, PRICE_COLLAR -> throw new AssertionError(limit.kind() + " is no sum");
    };
  }

  private static BigDecimal energy(BidContent content) {
    return content.blocks().get(0).points().get(0).quantity();
  }

  private static BigDecimal price(BidContent content) {
    return content.blocks().get(0).points().get(0).price();
  }
}
