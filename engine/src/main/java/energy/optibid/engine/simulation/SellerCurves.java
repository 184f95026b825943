package energy.optibid.engine.simulation;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.rules.AuctionRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Curves of those who generate. */
final class SellerCurves {
  private static final long OUTAGE = 51;
  private static final long OUTAGE_LENGTH = 52;
  private static final long MARKUP = 53;
  private static final long LEFT_OVER = 54;
  private static final long FORECAST = 55;
  private static final long WATER = 56;
  private static final long GREEN_PRICE = 57;

  /** An outage begins at most once in such a span. */
  private static final int OUTAGE_SPAN_DAYS = 20;

  private final long seed;

  SellerCurves(long seed) {
    this.seed = seed;
  }

  /** A fleet's units by merit order, each what its contracts leave of it. */
  @Nullable CurveOrder thermal(
      Participant fleet, Segment segment, AuctionRules rules, DayConditions day, int block) {
    double tight = day.tightness(block);
    boolean coal = fleet.kind() == ParticipantKind.COAL;
    double share = coal ? coalShare(segment, tight) : gasShare(segment, tight);
    if (share <= 0) {
      return null;
    }
    double leftOver =
        share
            * (1
                + 0.18
                    * Draws.smooth(
                        Draws.key(seed, LEFT_OVER, fleet.number(), segment.ordinal()),
                        day.hours(block) / 6));
    double scarcity = coal ? 0.9 * tight * tight * tight : 0.25 * tight;
    CurveSketch sketch = new CurveSketch(rules);
    double sold = 0;
    List<Participant.Unit> units = fleet.units();
    for (int i = 0; i < units.size(); i++) {
      Participant.Unit unit = units.get(i);
      if (isOut(fleet.number(), i, day.epochDay)) {
        continue;
      }
      double markup =
          1
              + Draws.between(Draws.key(seed, MARKUP, fleet.number(), day.epochDay), 0, 0.12)
              + scarcity * Draws.uniform(Draws.key(seed, MARKUP, fleet.number(), i));
      double price = unit.cost() * day.fuel * markup;
      sketch.to(price * 0.97, -sold);
      sold += unit.megawatts() * Math.max(0, leftOver);
      sketch.to(price * 1.06, -sold);
    }
    return sketch.order(fleet.id(), fleet.area());
  }

  /** Run of river at any price, the rest where the water is worth it. */
  @Nullable CurveOrder hydro(
      Participant plant, Segment segment, AuctionRules rules, DayConditions day, int block) {
    Area area = Area.valueOf(plant.area());
    double season = 0.35 + 0.65 * Climate.bump(day.dayOfYear, 225, 45);
    double water =
        season
            * (1 + 0.2 * Draws.smooth(Draws.key(seed, WATER, plant.number()), day.epochDay / 4.0));
    double share =
        switch (segment) {
          case DAM -> 0.75;
          case GDAM -> 0.05;
          case RTM -> 0.45;
          case HPDAM -> 0;
        };
    double available = plant.megawatts() * share * Math.max(0.1, water);
    double river = 0.3 * available;
    double stored = (0.35 + 0.65 * Math.min(1, day.tightness(block))) * (available - river);
    double waterValue =
        2600
            + 1500 * (1 - season)
            + 2200 * Math.min(1, day.tightness(block))
            + 400 * Draws.normal(Draws.key(seed, WATER, plant.number(), day.epochDay));
    if (segment == Segment.GDAM) {
      waterValue += greenPremium(area, day);
    }
    return new CurveSketch(rules)
        .to(300, 0)
        .to(900, -river)
        .to(waterValue * 0.9, -river)
        .to(waterValue * 1.25, -(river + stored))
        .order(plant.id(), plant.area());
  }

  /** What the forecast says will blow or shine, at nearly any price. */
  @Nullable CurveOrder renewable(
      Participant park, Segment segment, AuctionRules rules, DayConditions day, int block) {
    Area area = Area.valueOf(park.area());
    Weather weather = day.weather(area, block);
    boolean wind = park.kind() == ParticipantKind.WIND;
    double output = wind ? weather.windOutput() : weather.solarOutput();
    double error =
        (wind ? 0.15 : 0.08)
            * Draws.smooth(
                Draws.key(seed, FORECAST, park.number(), segment.ordinal()), day.hours(block) / 5);
    double share =
        switch (segment) {
          case DAM -> 0.55;
          case GDAM -> 0.08;
          case RTM -> 0.3;
          case HPDAM -> 0;
        };
    double megawatts = park.megawatts() * share * output * Math.max(0, 1 + error);
    double lowest =
        segment == Segment.GDAM
            ? 2200 + greenPremium(area, day)
            : Draws.between(Draws.key(seed, GREEN_PRICE, park.number()), 200, 2200);
    return new CurveSketch(rules)
        .to(lowest, 0)
        .to(lowest + 300, -0.8 * megawatts)
        .to(lowest + 900, -megawatts)
        .order(park.id(), park.area());
  }

  private double greenPremium(Area area, DayConditions day) {
    return 600
        * (1.5 + Draws.smooth(Draws.key(seed, GREEN_PRICE, area.ordinal()), day.epochDay / 3.0));
  }

  private static double coalShare(Segment segment, double tight) {
    double leftOver = Math.max(0.12, 0.58 - 0.44 * Math.min(1, tight));
    return switch (segment) {
      case DAM -> leftOver;
      case RTM -> 0.55 * leftOver;
      case GDAM, HPDAM -> 0;
    };
  }

  private static double gasShare(Segment segment, double tight) {
    return switch (segment) {
      case DAM -> 0.25 + 0.15 * Math.min(1, tight);
      case RTM -> 0.2;
      case HPDAM -> 0.45 - 0.15 * Math.min(1, tight);
      case GDAM -> 0;
    };
  }

  /** About one unit in ten stands still on a day, for one to eight days. */
  private boolean isOut(int fleet, int unit, long epochDay) {
    long key = Draws.key(seed, OUTAGE, fleet, unit);
    long phase = (long) (Draws.uniform(key) * OUTAGE_SPAN_DAYS);
    long position = epochDay + phase;
    long span = Math.floorDiv(position, OUTAGE_SPAN_DAYS);
    if (Draws.uniform(Draws.key(key, span)) > 0.45) {
      return false;
    }
    double first =
        Draws.between(Draws.key(seed, OUTAGE_LENGTH, fleet, span), 0, OUTAGE_SPAN_DAYS - 8);
    double length = Draws.between(Draws.key(key, span, 1), 1, 8);
    double day = Math.floorMod(position, OUTAGE_SPAN_DAYS);
    return day >= first && day < first + length;
  }
}
