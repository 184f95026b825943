package energy.optibid.engine.settlement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The same settlement a second time, written from MARKET-RULES §1 with its figures in the code and
 * shared with nothing: it integrates a marginal rate over the deviation instead of cutting it into
 * lines first, and knows no pack.
 */
final class SecondCalculation {
  private static final MathContext WIDE = new MathContext(60);

  private SecondCalculation() {}

  /** Amount of one trade with its exchange's 20 INR/MWh and the despatch centre's 1 INR/MWh. */
  static BigDecimal[] trade(BigDecimal boughtMwh, BigDecimal price) {
    BigDecimal volume = boughtMwh.abs();
    return new BigDecimal[] {
      paisa(price.multiply(boughtMwh).negate()),
      paisa(volume.multiply(d("-20"))),
      paisa(volume.negate())
    };
  }

  /** SLDC fee and GST of a day whose fees by energy are given. */
  static BigDecimal dayFees(BigDecimal feesByEnergy) {
    BigDecimal taxed = feesByEnergy.subtract(d("1000"));
    return d("-1000.00").add(paisa(taxed.multiply(d("0.18"))));
  }

  static BigDecimal deviation(
      Participant who,
      LocalDate day,
      BigDecimal scheduled,
      BigDecimal actual,
      BigDecimal capacityMw,
      @Nullable BigDecimal contractRate,
      BigDecimal hertz,
      BigDecimal dayAhead,
      BigDecimal realTime,
      BigDecimal ancillary) {
    BigDecimal off = actual.subtract(scheduled);
    BigDecimal normal = normalRate(dayAhead, realTime, ancillary);
    boolean green = who == Participant.SOLAR || who == Participant.WIND;
    BigDecimal rate = green && contractRate != null ? contractRate : normal;
    BigDecimal[] limits = limits(who, day, scheduled, capacityMw);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal from = BigDecimal.ZERO;
    BigDecimal size = off.abs();
    for (int band = 0; band < 3; band++) {
      BigDecimal to = band == 2 ? size : size.min(limits[band]);
      if (to.compareTo(from) > 0) {
        BigDecimal share =
            green ? greenShare(band, off.signum()) : share(band, off.signum(), hertz);
        BigDecimal exact = to.subtract(from).multiply(rate).multiply(share);
        sum = sum.add(paisa(off.signum() < 0 ? exact.negate() : exact));
        from = to;
      }
    }
    return sum;
  }

  private static BigDecimal[] limits(
      Participant who, LocalDate day, BigDecimal scheduled, BigDecimal capacityMw) {
    boolean late = day.isAfter(LocalDate.of(2026, 3, 31));
    if (who == Participant.SOLAR || who == Participant.WIND) {
      BigDecimal x = late ? x(who, day) : BigDecimal.ONE;
      BigDecimal basis =
          x.multiply(capacityMw)
              .multiply(d("0.25"))
              .add(BigDecimal.ONE.subtract(x).multiply(scheduled));
      if (basis.signum() == 0) {
        return new BigDecimal[] {d("1e30"), d("1e30")};
      }
      BigDecimal first =
          who == Participant.SOLAR ? d(late ? "0.05" : "0.10") : d(late ? "0.10" : "0.15");
      return new BigDecimal[] {basis.multiply(first), basis.multiply(first.add(d("0.05")))};
    }
    BigDecimal size = scheduled.abs();
    if (size.signum() == 0) {
      return new BigDecimal[] {d("1e30"), d("1e30")};
    }
    return new BigDecimal[] {
      size.divide(BigDecimal.TEN).min(d("25")), size.multiply(d("0.15")).min(d("37.5"))
    };
  }

  private static BigDecimal x(Participant who, LocalDate day) {
    int year = day.getMonthValue() < 4 ? day.getYear() : day.getYear() + 1;
    int[] percent =
        who == Participant.SOLAR
            ? new int[] {100, 90, 75, 55, 30, 0}
            : new int[] {100, 95, 85, 65, 35, 0};
    return BigDecimal.valueOf(percent[Math.min(year - 2027, 5)], 2);
  }

  private static BigDecimal greenShare(int band, int sign) {
    String[] over = {"1", "0.9", "0"};
    String[] under = {"1", "1.1", "2"};
    return d(sign > 0 ? over[band] : under[band]);
  }

  /** Steps of 0.01 Hz away from 50.00, as the rules count them. */
  private static BigDecimal share(int band, int sign, BigDecimal hertz) {
    BigDecimal steps = hertz.subtract(d("50")).multiply(d("100"));
    BigDecimal above = steps.max(BigDecimal.ZERO).min(d("5"));
    BigDecimal below = steps.negate().max(BigDecimal.ZERO).min(d("10"));
    if (sign > 0) {
      return switch (band) {
        case 0 ->
            BigDecimal.ONE.subtract(above.multiply(d("0.10"))).add(below.multiply(d("0.015")));
        default -> hertz.compareTo(d("50.10")) >= 0 ? d("-0.10") : BigDecimal.ZERO;
      };
    }
    return switch (band) {
      case 0 -> BigDecimal.ONE.subtract(above.multiply(d("0.03"))).add(below.multiply(d("0.05")));
      case 1 -> d("1.20").add(below.multiply(d("0.03")));
      default -> d("1.50").add(below.multiply(d("0.05")));
    };
  }

  private static BigDecimal normalRate(
      BigDecimal dayAhead, BigDecimal realTime, BigDecimal ancillary) {
    BigDecimal third = dayAhead.add(realTime).add(ancillary).divide(d("3"), WIDE);
    return paisa(dayAhead.max(realTime).max(third));
  }

  private static BigDecimal paisa(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal d(String number) {
    return new BigDecimal(number);
  }
}
