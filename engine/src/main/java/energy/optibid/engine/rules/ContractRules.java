package energy.optibid.engine.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How one contract of a term-ahead market trades.
 *
 * @param gateOpening counted from the first delivery day, or from the start of a period
 * @param gateClosure likewise: the lead time the market needs
 */
public record ContractRules(
    TermContract contract, TradingMechanism mechanism, GateTime gateOpening, GateTime gateClosure) {

  /**
   * The first moment orders are taken.
   *
   * @param start of the first period delivered
   */
  public Instant gateOpensAt(LocalDate firstDay, ZoneId zone, Instant start) {
    return gateOpening.before(firstDay, zone, start);
  }

  /**
   * The first moment they are not.
   *
   * @param start of the first period delivered
   */
  public Instant gateClosesAt(LocalDate firstDay, ZoneId zone, Instant start) {
    return gateClosure.before(firstDay, zone, start);
  }
}
