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
import java.util.EnumSet;
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
 * @param orderTypes what may be submitted
 * @param partialBlockAtTheMoney whether a block accepted in part must have the market's price
 * @param clearsAfter segment that clears first and goes first on the corridors; null where none
 * @param eligibleSellers what may stand behind a sale
 * @param priceSource whose algorithm finds the prices
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
    @Nullable GateTime finalResult,
    EnumSet<OrderType> orderTypes,
    boolean partialBlockAtTheMoney,
    @Nullable String clearsAfter,
    EnumSet<SellerTechnology> eligibleSellers,
    PriceDiscovery priceSource) {

  public AuctionRules {
    zones = List.copyOf(zones);
    borderZones = List.copyOf(borderZones);
    referencePrices = List.copyOf(referencePrices);
    orderTypes = EnumSet.copyOf(orderTypes);
    eligibleSellers = EnumSet.copyOf(eligibleSellers);
  }

  /** What may be submitted; a copy the caller may change. */
  @Override
  public EnumSet<OrderType> orderTypes() {
    return EnumSet.copyOf(orderTypes);
  }

  /** What may stand behind a sale; a copy the caller may change. */
  @Override
  public EnumSet<SellerTechnology> eligibleSellers() {
    return EnumSet.copyOf(eligibleSellers);
  }

  /** Whether a sale may stand behind anything at all. */
  public boolean permitsEverySale() {
    return eligibleSellers.size() == SellerTechnology.values().length;
  }

  /** Whether an order type may be submitted. */
  public boolean permits(OrderType type) {
    return orderTypes.contains(type);
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
   * The day's auctions with their time lines. A session lasts the same on every day, so a day of 23
   * or 25 hours has fewer or more of them.
   *
   * @throws IllegalStateException if the day is not a whole number of sessions
   */
  public List<AuctionSession> sessions() {
    DeliveryDay day = day();
    int blocks = sessionCount == 1 ? day.blockCount() : blocksOfASession();
    if (blocks == 0 || day.blockCount() % blocks != 0) {
      throw new IllegalStateException(
          market + " cannot cut " + deliveryDay + " into sessions of " + blocks + " blocks");
    }
    List<AuctionSession> sessions = new ArrayList<>();
    for (int firstBlock = 1; firstBlock <= day.blockCount(); firstBlock += blocks) {
      Instant start = day.block(firstBlock).start();
      sessions.add(
          new AuctionSession(
              sessions.size() + 1,
              firstBlock,
              blocks,
              gateOpening.before(deliveryDay, timeZone, start),
              gateClosure.before(deliveryDay, timeZone, start),
              moment(provisionalResult, start),
              moment(finalResult, start)));
    }
    return sessions;
  }

  private int blocksOfASession() {
    return Math.toIntExact(Duration.ofDays(1).dividedBy(sessionCount).dividedBy(marketTimeUnit));
  }

  private @Nullable Instant moment(@Nullable GateTime time, Instant sessionStart) {
    return time == null ? null : time.before(deliveryDay, timeZone, sessionStart);
  }
}
