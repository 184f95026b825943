package energy.optibid.engine.market.omie;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/**
 * One step of a curve file.
 *
 * @param period period of the day, from 1
 * @param country {@code MI} where Spain and Portugal were one zone in that hour, else {@code ES} or
 *     {@code PT}
 * @param unit code of the offering unit; empty where it is withheld
 * @param stage which of the two curves of the file it belongs to
 * @param price EUR/MWh
 * @param power average MW over the period
 */
public record OmieOffer(
    int period, String country, String unit, Stage stage, Side side, Price price, Power power) {
  /** The two curves of a file. */
  public enum Stage {
    /** Every offer as it was made ({@code O}), blind to the conditions of complex sales. */
    OFFERED,
    /** What was matched ({@code C}), after complex conditions and limits of the grid. */
    MATCHED
  }
}
