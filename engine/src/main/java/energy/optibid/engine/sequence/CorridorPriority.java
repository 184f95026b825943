package energy.optibid.engine.sequence;

import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.units.Power;
import java.util.List;
import java.util.Map;

/** The corridors as earlier auctions of the day leave them. */
public final class CorridorPriority {
  private CorridorPriority() {}

  /**
   * What earlier auctions took of one corridor.
   *
   * @param forward in the link's direction, not negative
   * @param reverse against it, not negative
   */
  public record Taken(Power forward, Power reverse) {
    public static final Taken NOTHING = new Taken(Power.ZERO, Power.ZERO);

    /**
     * @throws IllegalArgumentException if one of them is negative
     */
    public Taken {
      if (forward.kilowatts() < 0 || reverse.kilowatts() < 0) {
        throw new IllegalArgumentException("a corridor cannot be taken by less than nothing");
      }
    }

    /**
     * The same after one more auction.
     *
     * @param flow positive in the link's direction
     */
    public Taken and(Power flow) {
      return flow.kilowatts() >= 0
          ? new Taken(forward.plus(flow), reverse)
          : new Taken(forward, reverse.plus(flow.negated()));
    }
  }

  /**
   * The links an auction may use. A flow takes its own direction alone: it gives the other
   * direction nothing, because the earlier auction's trades may still be curtailed.
   *
   * @param links as wide as they are for all auctions together
   * @param taken by earlier auctions, by link id; none where a link is missing
   */
  public static List<Link> left(List<Link> links, Map<String, Taken> taken) {
    return links.stream()
        .map(link -> left(link, taken.getOrDefault(link.id(), Taken.NOTHING)))
        .toList();
  }

  private static Link left(Link link, Taken taken) {
    return new Link(
        link.id(),
        link.from(),
        link.to(),
        less(link.reverseCapacity(), taken.reverse()),
        less(link.forwardCapacity(), taken.forward()));
  }

  private static Power less(Power capacity, Power taken) {
    return new Power(Math.max(0, capacity.kilowatts() - taken.kilowatts()));
  }
}
