package energy.optibid.risk.domain;

import energy.optibid.risk.RiskLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of a limit exposures use. Of a bid with two versions at a venue, one being replaced, the
 * larger counts: nobody knows yet which will stand.
 */
public final class Usage {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_SCALE = 2;
  private static final int KILOWATT_SCALE = 3;

  private Usage() {}

  /** Whether a limit measures an exposure. */
  public static boolean measures(RiskLimit limit, Exposure exposure) {
    boolean subject =
        switch (limit.subject()) {
          case ORGANIZATION -> true;
          case TRADER -> exposure.writtenBy().equals(limit.traderId());
          case ASSET -> exposure.assetId().equals(limit.assetId());
          case MARKET -> exposure.marketCode().equals(limit.marketCode());
        };
    String currency = limit.currency();
    return subject && (currency == null || currency.equals(exposure.currency()));
  }

  /**
   * What exposures use of a limit, in the unit of its amount, exact.
   *
   * @param standing every version that may be at a venue
   * @return zero for a collar
   */
  public static BigDecimal of(RiskLimit limit, Collection<Exposure> standing) {
    Map<UUID, List<Exposure>> byBid = new HashMap<>();
    for (Exposure exposure : standing) {
      if (measures(limit, exposure)) {
        byBid.computeIfAbsent(exposure.bidId(), bid -> new ArrayList<>(1)).add(exposure);
      }
    }
    return plain(
        switch (limit.kind()) {
          case VOLUME -> sum(byBid.values(), Exposure::volume);
          case VALUE -> sum(byBid.values(), Exposure::value);
          case DAILY_LOSS -> sum(byBid.values(), Exposure::loss);
          case NET_POSITION -> position(byBid.values());
          case PRICE_COLLAR -> BigDecimal.ZERO;
        });
  }

  private static BigDecimal sum(
      Collection<List<Exposure>> bids, Function<Exposure, BigDecimal> figure) {
    BigDecimal sum = BigDecimal.ZERO;
    for (List<Exposure> versions : bids) {
      sum = sum.add(versions.stream().map(figure).reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  /** Whichever version of each bid stands: the largest |sales − purchases| that may come out. */
  private static BigDecimal position(Collection<List<Exposure>> bids) {
    int quarters =
        bids.stream()
            .flatMap(List::stream)
            .mapToInt(exposure -> exposure.kilowatts().size())
            .max()
            .orElse(0);
    long largest = 0;
    for (int quarter = 0; quarter < quarters; quarter++) {
      long most = 0;
      long least = 0;
      for (List<Exposure> versions : bids) {
        long high = versions.get(0).kilowatts(quarter);
        long low = high;
        for (Exposure version : versions) {
          high = Math.max(high, version.kilowatts(quarter));
          low = Math.min(low, version.kilowatts(quarter));
        }
        most = Math.addExact(most, high);
        least = Math.addExact(least, low);
      }
      largest = Math.max(largest, Math.max(most, -least));
    }
    return BigDecimal.valueOf(largest, KILOWATT_SCALE);
  }

  /** Percent of an amount, rounded down to two decimals; null of an amount of zero or none. */
  public static @Nullable BigDecimal percent(BigDecimal used, @Nullable BigDecimal amount) {
    return amount == null || amount.signum() == 0
        ? null
        : plain(used.multiply(HUNDRED).divide(amount, PERCENT_SCALE, RoundingMode.DOWN));
  }

  /** Without zeros at the end and without an exponent. */
  public static BigDecimal plain(BigDecimal figure) {
    BigDecimal stripped = figure.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
