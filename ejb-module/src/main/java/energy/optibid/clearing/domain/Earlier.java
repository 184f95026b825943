package energy.optibid.clearing.domain;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.sequence.CorridorPriority;
import energy.optibid.engine.sequence.CorridorPriority.Taken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the auctions of a day that clear before one leave it.
 *
 * @param carried bids whose unselected volume goes on
 * @param taken of the corridors, by block
 */
public record Earlier(List<CarriedBid> carried, Map<Integer, Map<Corridor, Taken>> taken) {
  /** Of an auction that follows none. */
  public static final Earlier NONE = new Earlier(List.of(), Map.of());

  public Earlier {
    carried = List.copyOf(carried);
    taken = Map.copyOf(taken);
  }

  /** A link by what it joins. */
  public record Corridor(String from, String to) {}

  /** The carried curves of a block. */
  public List<CurveOrder> curves(int block) {
    return carried.stream().map(bid -> bid.curve(block)).flatMap(Optional::stream).toList();
  }

  /** What is left of links in a block. */
  public List<Link> left(List<Link> links, int block) {
    Map<String, Taken> byLink = new HashMap<>();
    for (Link link : links) {
      byLink.put(link.id(), taken(block, link.from(), link.to()));
    }
    return CorridorPriority.left(links, byLink);
  }

  /** What earlier auctions took of a link in a block. */
  Taken taken(int block, String from, String to) {
    return taken.getOrDefault(block, Map.of()).getOrDefault(new Corridor(from, to), Taken.NOTHING);
  }
}
