package energy.optibid.engine.simulation;

import energy.optibid.engine.clearing.*;
import energy.optibid.engine.rules.*;
import java.time.*;
import java.util.*;

public final class SimulatedExchange {
  public static SimulatedExchange of(long seed) {
    return new SimulatedExchange();
  }

  public List<CurveOrder> orders(Segment s, AuctionRules r, int block) {
    return List.of();
  }

  public List<Link> links(Segment s, LocalDate day, int block) {
    return List.of();
  }
}
