package energy.optibid.engine.clearing.domain;

import java.util.List;

/**
 * The hourly market of one period as a function of what the orders that couple periods put into
 * each zone: its welfare, which is concave in that, and the prices that support it. Zones are
 * numbered in the order of their ids.
 *
 * <p>It always has an answer: what the market cannot take or give is bought and sold at penalty
 * prices far beyond the limits, see {@link #isShort()}.
 */
public interface PeriodMarket {
  /** One more lot can flow from one zone to another, so {@code to} is not dearer. */
  record Hop(int from, int to) {}

  /**
   * Moves to another injection.
   *
   * @param lots net injection into each zone; negative takes out
   */
  void inject(long[] lots);

  /**
   * Welfare of the hourly orders, less that without any injection, in 10⁻⁴ currency per MWh·lot.
   */
  double gain();

  /** Welfare without any injection, on a scale common to markets that differ in sells alone. */
  double welfareAtRest();

  /** Lowest price of a zone that supports the allocation, within the limits. */
  double low(int zone);

  /** Highest such price. */
  double high(int zone);

  /** The supporting price the tie rule takes, as it is published. */
  double tied(int zone);

  /** What one lot less in a zone costs, penalties included: an end of the tangents. */
  double steepest(int zone);

  /** What one lot more in a zone gains, penalties included: the other end. */
  double flattest(int zone);

  /** Whether the orders, links and limits cannot meet the injection. */
  boolean isShort();

  /** Where prices of zones hang together. */
  List<Hop> hops();

  /** Units of work done so far. */
  long work();
}
