package energy.optibid.exchange.domain;

import energy.optibid.engine.simulation.Segment;
import java.util.NoSuchElementException;

/** The markets of a simulated exchange, in the order in which they clear. */
public enum SimulatedMarket {
  GDAM("sim-gdam", Segment.GDAM),
  DAM("sim-dam", Segment.DAM),
  HPDAM("sim-hpdam", Segment.HPDAM),
  RTM("sim-rtm", Segment.RTM);

  private final String code;
  private final Segment segment;

  SimulatedMarket(String code, Segment segment) {
    this.code = code;
    this.segment = segment;
  }

  /** Code of the market. */
  public String code() {
    return code;
  }

  /** Its part of the simulation. */
  public Segment segment() {
    return segment;
  }

  /**
   * @throws NoSuchElementException if no simulated market has the code
   */
  public static SimulatedMarket ofCode(String code) {
    for (SimulatedMarket market : values()) {
      if (market.code.equals(code)) {
        return market;
      }
    }
    throw new NoSuchElementException("no simulated market " + code);
  }
}
