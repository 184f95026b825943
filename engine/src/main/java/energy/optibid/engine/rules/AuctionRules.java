package energy.optibid.engine.rules;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one market on one delivery day, typed.
 *
 * @param market market code
 * @param deliveryDay the day these rules hold for, in the market's time zone
 * @param timeZone time zone of days and periods
 * @param currency currency of prices
 * @param marketTimeUnit length of a period
 * @param priceFloor lowest price, currency per MWh
 * @param priceCap highest price, currency per MWh
 * @param priceTick prices are multiples of this, currency per MWh
 * @param quantityLot quantities are multiples of this, average MW over a period
 * @param maxCurvePoints most points of one curve
 * @param curveKind how curves are read between points
 * @param tieRule how equal prices share
 * @param priceIntervalRule which price of a supporting interval is published
 * @param gateOpening first moment of the auction
 * @param gateClosure last moment of the auction
 * @param zones zones with order books of their own
 * @param borderZones neighbouring zones
 * @param referencePrices codes of published index prices
 * @param sessionCount auctions a day, each over an equal share of its blocks
 * @param publicationTick published prices are multiples of this, currency per MWh
 * @param provisionalResult when an auction clears; null where nobody but a person says so
 * @param finalResult when its result is final
 */
public record AuctionRules(
    String market,
    LocalDate deliveryDay,
    ZoneId timeZone,
    Currency currency,
    Duration marketTimeUnit,
    Price priceFloor,
    Price priceCap,
    Price priceTick,
    Power quantityLot,
    int maxCurvePoints,
    CurveKind curveKind,
    TieRule tieRule,
    PriceIntervalRule priceIntervalRule,
    GateTime gateOpening,
    GateTime gateClosure,
    List<String> zones,
    List<String> borderZones,
    List<String> referencePrices,
    int sessionCount,
    Price publicationTick,
    @Nullable GateTime provisionalResult,
    @Nullable GateTime finalResult) {

  public AuctionRules {
    zones = List.copyOf(zones);
    borderZones = List.copyOf(borderZones);
    referencePrices = List.copyOf(referencePrices);
  }

  /** The day cut into its periods; 23 or 25 hours long where clocks change. */
  public DeliveryDay day() {
    return new DeliveryDay(deliveryDay, timeZone, marketTimeUnit);
  }

  /** When orders for this day are first taken. */
  public Instant gateOpensAt() {
    return gateOpening.before(deliveryDay, timeZone, day().start());
  }

  /** When orders for this day are last taken. */
  public Instant gateClosesAt() {
    return gateClosure.before(deliveryDay, timeZone, day().start());
  }

  /**
   * The day's auctions with their time lines.
   *
   * @throws IllegalStateException if the pack gives no time for results, or the sessions do not
   *     divide the blocks of the day
   */
  public List<AuctionSession> sessions() {
    DeliveryDay day = day();
    GateTime clears = provisionalResult;
    GateTime publishes = finalResult;
    if (clears == null || publishes == null || day.blockCount() % sessionCount != 0) {
      throw new IllegalStateException(market + " has no calendar for " + deliveryDay);
    }
    int blocks = day.blockCount() / sessionCount;
    List<AuctionSession> sessions = new ArrayList<>(sessionCount);
    for (int number = 1; number <= sessionCount; number++) {
      int firstBlock = (number - 1) * blocks + 1;
      Instant start = day.block(firstBlock).start();
      sessions.add(
          new AuctionSession(
              number,
              firstBlock,
              blocks,
              gateOpening.before(deliveryDay, timeZone, start),
              gateClosure.before(deliveryDay, timeZone, start),
              clears.before(deliveryDay, timeZone, start),
              publishes.before(deliveryDay, timeZone, start)));
    }
    return sessions;
  }
}
