package energy.optibid.engine.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money; receiving is positive. Nothing is rounded until {@link #rounded()} is called,
 * which is the one rounding point of a statement line.
 */
public record Money(BigDecimal amount, Currency currency) {
  /**
   * Decimals kept by {@link #of(Price, Energy, Currency)}: exact for blocks of 15, 30 or 60
   * minutes.
   */
  public static final int SCALE = 13;

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** Price times energy, exact for blocks of 15, 30 or 60 minutes, else half-even at 10⁻¹³. */
  public static Money of(Price price, Energy energy, Currency currency) {
    BigDecimal amount =
        price
            .toBigDecimal()
            .multiply(BigDecimal.valueOf(energy.kilowattSeconds()))
            .divide(Energy.KILOWATT_SECONDS_PER_MEGAWATT_HOUR, SCALE, RoundingMode.HALF_EVEN);
    return new Money(amount, currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(amount.add(other.amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** Half-even to the currency's smallest unit (two decimals for EUR and INR). */
  public Money rounded() {
    return new Money(
        amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
