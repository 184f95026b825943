package energy.optibid.engine.clearing;

import java.util.List;

/**
 * A divisible step order of one block. The anonymous book of a zone and side is simply an order
 * with a known id; own bids stand beside it under theirs.
 *
 * @param id unique in its problem; the order of ids breaks the last ties of lot rounding
 * @param steps increments in any order; each is filled on its own merit
 */
public record Order(String id, String zone, Side side, List<Step> steps) {
  public Order {
    steps = List.copyOf(steps);
  }
}
