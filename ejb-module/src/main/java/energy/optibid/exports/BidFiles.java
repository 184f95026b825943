package energy.optibid.exports;

import energy.optibid.bidding.BidView;
import energy.optibid.shared.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Bids of an auction as a file and back. A row is a block of a bid's curve, or a block of one of
 * its block orders; the first row says what the columns are. What was exported is imported as it
 * was.
 */
public interface BidFiles {
  /**
   * The newest versions of an auction's bids; those withdrawn are left out.
   *
   * @param bidIds which; empty means every one
   * @param format CSV or XLSX
   * @throws ProblemException {@code validation_failed} for Parquet; {@code not_found} for a foreign
   *     or unknown auction or bid
   */
  ExportedFile export(UUID auctionId, Set<UUID> bidIds, ExportFormat format);

  /**
   * Writes what a file says. A bid whose column {@code bid} is the id of one of the auction's bids
   * gets a new version, unless it says the same; any other word there makes a new draft.
   *
   * @param content the whole file
   * @return the bids of the file as they are now, in its order
   * @throws ProblemException {@code validation_failed} with every fault, each at its cell ({@code
   *     row 14, column price_2}, or {@code Sheet1!C14} of a workbook), and nothing written
   */
  List<BidView> read(UUID auctionId, byte[] content, ExportFormat format);
}
