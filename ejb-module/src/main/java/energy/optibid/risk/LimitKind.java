package energy.optibid.risk;

import java.util.Locale;

/** What a limit measures, of everything that stands for a delivery day in one world. */
public enum LimitKind {
  /** Energy offered, MWh, purchases and sales added up. */
  VOLUME,
  /** Sum of energy × |limit price| of every step of a curve and every block order, in currency. */
  VALUE,
  /** Largest |sales − purchases| of any quarter hour, MW. */
  NET_POSITION,
  /** Lowest and highest price a bid may name, currency per MWh. It is not used up. */
  PRICE_COLLAR,
  /**
   * What the bids can cost at worst, in currency: of purchases energy × limit price where that is
   * above zero, of sales energy × what they would pay to sell where their price is below zero. A
   * purchase is not set off against a sale, and fees and deviations do not count.
   */
  DAILY_LOSS;

  /** Name in tables and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LimitKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether its amount or its prices are money. */
  public boolean hasCurrency() {
    return switch (this) {
      case VALUE, PRICE_COLLAR, DAILY_LOSS -> true;
      case VOLUME, NET_POSITION -> false;
    };
  }
}
