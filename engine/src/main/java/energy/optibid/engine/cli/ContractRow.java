package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.termahead.ContinuousTrading.Cancellation;
import energy.optibid.engine.termahead.ContinuousTrading.Entry;
import energy.optibid.engine.termahead.ContinuousTrading.Order;
import energy.optibid.engine.termahead.ContinuousTrading.Validity;
import energy.optibid.engine.termahead.ReverseAuction.Offer;
import energy.optibid.engine.termahead.ReverseAuction.Requirement;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;

/** A line of a file of orders of one contract. */
sealed interface ContractRow permits ContractRow.Put, ContractRow.Cancel {
  /** Name of the order. */
  String id();

  /**
   * An order.
   *
   * @param minimum least of it that may be accepted; only reverse auctions know one
   */
  record Put(String id, Side side, Price price, Power quantity, Power minimum, Validity validity)
      implements ContractRow {
    /** The order as a seller's offer. */
    Offer offer() {
      return new Offer(id, price, quantity, minimum);
    }

    /** The order as the need of the buyer. */
    Requirement requirement(Power lot) {
      return new Requirement(quantity, price, lot);
    }
  }

  /** An order is taken back. */
  record Cancel(String id) implements ContractRow {}

  /** The line as what arrives in continuous trading. */
  default Entry entry() {
    return this instanceof Put put
        ? new Order(put.id(), put.side(), put.price(), put.quantity(), put.validity())
        : new Cancellation(id());
  }
}
