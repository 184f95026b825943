package energy.optibid.engine.clearing;

import java.util.List;

/**
 * A portfolio's price–quantity curve of one block (MARKET-RULES §3.1): straight between corners,
 * constant beyond the first and the last one. Two corners at one price are a vertical step, which
 * may be filled anywhere.
 *
 * @param id unique in its problem; the order of ids breaks the last ties of lot rounding
 * @param corners by rising price; quantities never rise
 */
public record CurveOrder(String id, String zone, List<CurveCorner> corners) {
  /**
   * @throws IllegalArgumentException if there is no corner, a price falls or a quantity rises
   */
  public CurveOrder {
    corners = List.copyOf(corners);
    if (corners.isEmpty()) {
      throw new IllegalArgumentException("curve " + id + " has no corner");
    }
    for (int i = 1; i < corners.size(); i++) {
      CurveCorner before = corners.get(i - 1);
      CurveCorner here = corners.get(i);
      if (here.price().compareTo(before.price()) < 0
          || here.quantity().compareTo(before.quantity()) > 0) {
        throw new IllegalArgumentException(
            "curve " + id + " must not rise: " + before + " is followed by " + here);
      }
    }
  }
}
