package energy.optibid.risk.domain;

import energy.optibid.shared.Fault;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** Amounts of energy, power and money that can be kept. */
final class Amounts {
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
  private static final int DECIMALS = 6;

  private Amounts() {}

  static void judge(String field, BigDecimal amount, List<Fault> faults) {
    if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0) {
      faults.add(new Fault(field, "range", "Must be from 0 to 1,000,000,000,000."));
    } else if (amount.stripTrailingZeros().scale() > DECIMALS) {
      faults.add(new Fault(field, "scale", "At most six decimals."));
    }
  }

  static void currency(String field, String code, List<Fault> faults) {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    if (!known) {
      faults.add(new Fault(field, "unknown", "Name a currency by its three letters, as EUR."));
    }
  }
}
