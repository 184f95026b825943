package energy.optibid.risk.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitSubject;
import energy.optibid.risk.RiskLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small bids and limits. */
final class Samples {
  static final UUID TRADER = new UUID(0, 1);
  static final UUID ASSET = new UUID(0, 2);
  static final UUID BID = new UUID(0, 3);
  static final String MARKET = "gme-mgp";

  private Samples() {}

  /** One curve: prices and quantities by turns. */
  static BidBlock block(int number, String... pricesAndQuantities) {
    List<BidPoint> points = new ArrayList<>();
    for (int i = 0; i < pricesAndQuantities.length; i += 2) {
      points.add(
          new BidPoint(decimal(pricesAndQuantities[i]), decimal(pricesAndQuantities[i + 1])));
    }
    return new BidBlock(number, points);
  }

  static BidContent content(BidSide side, BidBlock... blocks) {
    return new BidContent(ASSET, "NORD", side, null, List.of(blocks));
  }

  static BidContent orders(BidSide side, BidBlockOrder... orders) {
    return new BidContent(ASSET, "NORD", side, null, List.of(), false, List.of(orders));
  }

  static Exposure exposure(BidContent content, int blockMinutes, CurveKind curve) {
    return exposure(BID, 1, content, blockMinutes, curve);
  }

  static Exposure exposure(
      UUID bid, int version, BidContent content, int blockMinutes, CurveKind curve) {
    return Exposure.of(
        new Exposure.Version(bid, version, TRADER, MARKET, "EUR", blockMinutes, curve), content);
  }

  /** A limit on everything the organisation offers. */
  static RiskLimit limit(LimitKind kind, String amount) {
    return limit(kind, LimitSubject.ORGANIZATION, null, null, null, amount);
  }

  static RiskLimit limit(
      LimitKind kind,
      LimitSubject subject,
      @Nullable UUID trader,
      @Nullable UUID asset,
      @Nullable String market,
      String amount) {
    return new RiskLimit(
        new UUID(1, kind.ordinal()),
        "Desk",
        kind,
        subject,
        trader,
        asset,
        market,
        null,
        decimal(amount),
        kind.hasCurrency() ? "EUR" : null,
        null,
        null,
        null,
        null,
        true,
        Instant.EPOCH,
        1);
  }

  static RiskLimit collar(@Nullable String lowest, @Nullable String highest) {
    return new RiskLimit(
        new UUID(1, 9),
        "Collar",
        LimitKind.PRICE_COLLAR,
        LimitSubject.ORGANIZATION,
        null,
        null,
        null,
        null,
        null,
        "EUR",
        lowest == null ? null : decimal(lowest),
        highest == null ? null : decimal(highest),
        null,
        null,
        true,
        Instant.EPOCH,
        1);
  }

  static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
