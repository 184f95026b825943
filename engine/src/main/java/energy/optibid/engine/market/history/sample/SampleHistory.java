package energy.optibid.engine.market.history.sample;

import energy.optibid.engine.market.history.PriceHistoryReader;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.DeliveryBlock;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Prices with the shape India's day-ahead market has: low under the midday sun, high in the morning
 * and the evening, dearer from April to October, now and then at the cap; the south apart from the
 * rest. The same seed gives the same history.
 */
public final class SampleHistory {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private final RulePack pack;
  private final SplittableRandom random;

  /** Noise of the market as a whole, and of each area; what is left of yesterday's counts. */
  private double level;

  private double[] apart = {};

  public SampleHistory(RulePack pack, long seed) {
    this.pack = pack;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Writes every block of every area from one day to another, both included, by time.
   *
   * @return lines written, the header not counted
   * @throws energy.optibid.engine.rules.RuleMissingException for a day without rules
   */
  public long write(LocalDate from, LocalDate to, Appendable out) throws IOException {
    out.append(PriceHistoryReader.HEADER).append('\n');
    long lines = 0;
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      lines += writeDay(pack.auction(date), out);
    }
    return lines;
  }

  private long writeDay(AuctionRules rules, Appendable out) throws IOException {
    List<String> areas = rules.zones();
    if (apart.length != areas.size()) {
      apart = new double[areas.size()];
    }
    String minutes = Long.toString(rules.marketTimeUnit().toMinutes());
    List<OffsetDateTime> starts = new ArrayList<>();
    for (DeliveryBlock block : rules.day().blocks()) {
      starts.add(block.start().atZone(rules.timeZone()).toOffsetDateTime());
    }
    for (OffsetDateTime start : starts) {
      level = 0.985 * level + 180 * noise();
      double common = shape(start.atZoneSameInstant(rules.timeZone())) + level;
      String time = START.format(start);
      for (int i = 0; i < areas.size(); i++) {
        apart[i] = 0.97 * apart[i] + 25 * noise();
        boolean south = areas.get(i).startsWith("S");
        double price = common + (south ? apart[i] + 120 : 0);
        long paisa =
            Math.round(
                Math.min(
                        rules.priceCap().toBigDecimal().doubleValue(),
                        Math.max(rules.priceFloor().toBigDecimal().doubleValue(), price))
                    * 100);
        out.append(rules.market()).append(',').append(areas.get(i)).append(',').append(time);
        out.append(',').append(minutes).append(',');
        out.append(Long.toString(paisa / 100)).append('.');
        out.append((char) ('0' + paisa / 10 % 10)).append((char) ('0' + paisa % 10)).append('\n');
      }
    }
    return (long) starts.size() * areas.size();
  }

  private double noise() {
    return random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
  }

  private static double shape(ZonedDateTime at) {
    double hour = at.getHour() + at.getMinute() / 60.0;
    double season = 1 - 0.25 * Math.cos(2 * Math.PI * (at.getDayOfYear() - 15) / 365.0);
    double morning = 2_600 * Math.exp(-Math.pow((hour - 7.5) / 1.6, 2));
    double evening = 5_200 * Math.exp(-Math.pow((hour - 19.5) / 2.2, 2));
    double sun = 1_500 * Math.exp(-Math.pow((hour - 12.5) / 2.8, 2));
    return (3_700 + morning + evening - sun) * season;
  }
}
