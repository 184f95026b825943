package energy.optibid.engine.market.gme;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One accepted row of a file. MWh of a period are given as average power over it.
 *
 * <p>{@code line} is the line of the file (the header is 1), {@code deliveryDay} the day in the
 * market's time zone and {@code period} 1 … the number of periods of that day.
 */
public sealed interface GmeRow {
  /** Line of the file, the header being line 1. */
  long line();

  /** Day of delivery in the market's time zone. */
  LocalDate deliveryDay();

  /** Period of the day, from 1. */
  int period();

  /** One increment of a zone's order book: this much more is wanted or offered at this price. */
  record BookStep(
      long line,
      LocalDate deliveryDay,
      int period,
      String zone,
      Side side,
      Price price,
      Power quantity)
      implements GmeRow {}

  /** One period of a block order: its limit price is the same in all of them. */
  record BlockPeriod(
      long line,
      LocalDate deliveryDay,
      int period,
      String blockId,
      String zone,
      Side side,
      Price price,
      Power quantity,
      PublishedDecision decision)
      implements GmeRow {}

  /** Capacity between two zones, both directions non-negative. */
  record InternalCapacity(
      long line,
      LocalDate deliveryDay,
      int period,
      String from,
      String to,
      Power forward,
      Power reverse)
      implements GmeRow {}

  /** Range of the flow from one zone to another; {@code minFlow} is negative for the way back. */
  record TransferCapacity(
      long line,
      LocalDate deliveryDay,
      int period,
      String id,
      String from,
      String to,
      Power minFlow,
      Power maxFlow)
      implements GmeRow {}

  /** Exchange with a neighbour; positive leaves {@code zone}. */
  record PublishedExchange(
      long line, LocalDate deliveryDay, int period, String zone, String externalZone, Power export)
      implements GmeRow {}

  /** Published price of a zone, neighbour or index in currency per MWh, with its own decimals. */
  record PublishedPrice(long line, LocalDate deliveryDay, int period, String zone, BigDecimal price)
      implements GmeRow {}

  /** Published flow in MWh with its own decimals; positive goes from {@code from} to {@code to}. */
  record PublishedFlow(
      long line, LocalDate deliveryDay, int period, String from, String to, BigDecimal flow)
      implements GmeRow {}
}
