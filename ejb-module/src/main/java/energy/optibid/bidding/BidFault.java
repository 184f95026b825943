package energy.optibid.bidding;

import energy.optibid.shared.Fault;
import org.jspecify.annotations.Nullable;

/**
 * One reason a bid is not taken, with the cell it sits in.
 *
 * @param field JSON pointer into the bid as it was sent, for instance {@code
 *     /blocks/3/points/1/price}
 * @param code what kind of fault, for instance {@code tick}
 * @param message one sentence for the trader
 * @param block number of the delivery block, if the fault sits in one
 * @param point index of the point in its block, if the fault sits in one
 */
public record BidFault(
    String field, String code, String message, @Nullable Integer block, @Nullable Integer point) {

  /** A fault of the bid's head. */
  public static BidFault at(String field, String code, String message) {
    return new BidFault(field, code, message, null, null);
  }

  /** A fault of a whole block. */
  public static BidFault inBlock(String field, String code, String message, int block) {
    return new BidFault(field, code, message, block, null);
  }

  /** The same, as problems carry it. */
  public Fault toFault() {
    return new Fault(field, code, message);
  }
}
