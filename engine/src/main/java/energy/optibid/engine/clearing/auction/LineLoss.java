package energy.optibid.engine.clearing.auction;

/**
 * What a line loses: of each MW sent over the link in either direction this share does not arrive.
 *
 * @param link id of the link
 */
public record LineLoss(String link, Ratio share) {
  /**
   * @throws IllegalArgumentException if everything is lost
   */
  public LineLoss {
    if (share.equals(Ratio.ONE)) {
      throw new IllegalArgumentException("link " + link + " loses all it carries");
    }
  }
}
