package energy.optibid.engine.rules;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

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
    List<String> referencePrices) {

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
    return gateOpening.before(deliveryDay, timeZone);
  }

  /** When orders for this day are last taken. */
  public Instant gateClosesAt() {
    return gateClosure.before(deliveryDay, timeZone);
  }
}
