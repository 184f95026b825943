package energy.optibid.engine.simulation;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.rules.AuctionRules;
import org.jspecify.annotations.Nullable;

/** Curves of those who supply consumers, consume, or trade. */
final class BuyerCurves {
  private static final long CONTRACTS = 61;
  private static final long FIRMNESS = 62;
  private static final long WILLINGNESS = 63;
  private static final long NEED = 64;
  private static final long SURPLUS = 65;
  private static final long GREEN = 66;
  private static final long VIEW = 67;

  private final long seed;

  BuyerCurves(long seed) {
    this.seed = seed;
  }

  /** Buys what contracts lack, and more where the exchange beats its dearest contract. */
  @Nullable CurveOrder discom(
      Participant discom, Segment segment, AuctionRules rules, DayConditions day, int block) {
    return switch (segment) {
      case DAM, RTM -> balance(discom, segment, rules, day, block);
      case GDAM -> green(discom, rules, day, block);
      case HPDAM -> lastResort(discom, rules, day, block);
    };
  }

  private @Nullable CurveOrder balance(
      Participant discom, Segment segment, AuctionRules rules, DayConditions day, int block) {
    int number = discom.number();
    boolean realTime = segment == Segment.RTM;
    double noise =
        (realTime ? 0.06 : 0.035)
            * Draws.smooth(Draws.key(seed, NEED, number, segment.ordinal()), day.hours(block) / 7);
    double load = day.load(Area.valueOf(discom.area()), block);
    double contracts = Draws.between(Draws.key(seed, CONTRACTS, number), 0.64, 0.86);
    // day-ahead leaves part of the gap to the real-time market, and forecasts miss
    double gap = (realTime ? 0.45 : 0.85) * (load - contracts) + load * noise;
    double megawatts = discom.megawatts() * gap;
    double dearestContract = Draws.between(Draws.key(seed, SURPLUS, number), 2100, 4300) * day.fuel;
    double replaced = discom.megawatts() * (realTime ? 0.09 : 0.075);
    CurveSketch sketch =
        new CurveSketch(rules)
            .to(dearestContract - 900, Math.max(0, megawatts) + replaced)
            .to(dearestContract - 100, Math.max(0, megawatts));
    if (megawatts <= 0) {
      return sketch
          .to(dearestContract + 100, 0)
          .to(dearestContract + 1100, 0.8 * megawatts)
          .order(discom.id(), discom.area());
    }
    double firm = Draws.between(Draws.key(seed, FIRMNESS, number), 0.4, 0.9);
    double eases = Draws.between(Draws.key(seed, WILLINGNESS, number, day.epochDay), 3200, 5200);
    double cap = rules.priceCap().toBigDecimal().doubleValue();
    double shedsAt =
        Math.max(eases + 500, cap * Draws.between(Draws.key(seed, WILLINGNESS, number), 0.6, 0.98));
    return sketch
        .to(eases, megawatts)
        .to(shedsAt, megawatts * firm)
        .order(discom.id(), discom.area());
  }

  /** Green obligations are met while the premium is bearable. */
  private @Nullable CurveOrder green(
      Participant discom, AuctionRules rules, DayConditions day, int block) {
    double tight = Math.min(1, day.tightness(block));
    double wish =
        discom.megawatts()
            * 0.02
            * Draws.uniform(Draws.key(seed, GREEN, discom.number(), day.epochDay / 7))
            * (0.6 + 0.8 * tight);
    // what other power costs at that hour, and a little more for its being green
    double bearable =
        Draws.between(Draws.key(seed, GREEN, discom.number()), 2300, 4300) + 5500 * tight * tight;
    return new CurveSketch(rules)
        .to(bearable * 0.7, wish)
        .to(bearable, 0.35 * wish)
        .to(bearable * 1.4, 0)
        .order(discom.id(), discom.area());
  }

  /** Dear power only when the country is tightest. */
  private @Nullable CurveOrder lastResort(
      Participant discom, AuctionRules rules, DayConditions day, int block) {
    double shortage = Math.max(0, day.tightness(block) - 1.02);
    boolean desperate = Draws.uniform(Draws.key(seed, FIRMNESS, discom.number(), 1)) < 0.2;
    double megawatts = desperate ? discom.megawatts() * 0.25 * shortage : 0;
    return new CurveSketch(rules)
        .to(10_500, megawatts)
        .to(15_000, 0)
        .order(discom.id(), discom.area());
  }

  /** Runs its plant on the exchange while that is cheaper than its other supply. */
  @Nullable CurveOrder industry(
      Participant plant, Segment segment, AuctionRules rules, DayConditions day, int block) {
    double share =
        switch (segment) {
          case DAM -> 0.8;
          case RTM -> 0.25;
          case GDAM -> 0.04;
          case HPDAM -> 0;
        };
    double megawatts =
        plant.megawatts()
            * share
            * (1
                + 0.15
                    * Draws.smooth(
                        Draws.key(seed, NEED, plant.number(), segment.ordinal()),
                        day.hours(block) / 12));
    double otherSupply = Draws.between(Draws.key(seed, WILLINGNESS, plant.number()), 3300, 7500);
    double firm = 0.15 * megawatts;
    return new CurveSketch(rules)
        .to(otherSupply * 0.92, megawatts)
        .to(otherSupply * 1.1, firm)
        .to(otherSupply * 1.5, 0)
        .order(plant.id(), plant.area());
  }

  /** Buys below and sells above its view of the price. */
  @Nullable CurveOrder trader(
      Participant trader, Segment segment, AuctionRules rules, DayConditions day, int block) {
    if (segment == Segment.GDAM || segment == Segment.HPDAM) {
      return null;
    }
    double tight = Math.min(1, day.tightness(block));
    double view =
        (2700 + 5800 * tight * tight)
            * day.fuel
            * (1
                + 0.1 * Draws.smooth(Draws.key(seed, VIEW, trader.number()), day.hours(block) / 9));
    return new CurveSketch(rules)
        .to(view * 0.8, trader.megawatts())
        .to(view * 0.95, 0)
        .to(view * 1.05, 0)
        .to(view * 1.2, -trader.megawatts())
        .order(trader.id(), trader.area());
  }
}
