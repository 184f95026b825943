package energy.optibid.book;

/** The caller's position of a delivery day over all markets of a world. One transaction a call. */
public interface Book {
  /**
   * The position of a day on quarter hours, in as many queries whatever the number of bids.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found} for a foreign or unknown asset
   *     or site; {@code validation_failed} where more than one world or portfolio is named
   */
  BookDay day(BookQuery query);
}
