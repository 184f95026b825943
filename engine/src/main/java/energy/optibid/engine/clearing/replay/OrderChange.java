package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.auction.BlockOrder;

/** One change of an auction's orders; orders no change names stay as they are. */
public sealed interface OrderChange {
  /** The id of the order, curve or block it is about. */
  String orderId();

  /**
   * A step order, in place of the one with its id in that period if there is one.
   *
   * @param period 1 is the first of the auction
   */
  record PutOrder(int period, Order order) implements OrderChange {
    @Override
    public String orderId() {
      return order.id();
    }
  }

  /**
   * An interpolated curve, in place of the one with its id in that period if there is one.
   *
   * @param period 1 is the first of the auction
   */
  record PutCurve(int period, CurveOrder curve) implements OrderChange {
    @Override
    public String orderId() {
      return curve.id();
    }
  }

  /** A block, in place of the one with its id if there is one. */
  record PutBlock(BlockOrder block) implements OrderChange {
    @Override
    public String orderId() {
      return block.id();
    }
  }

  /**
   * Takes a step order or curve out of one period.
   *
   * @param period 1 is the first of the auction
   */
  record Withdraw(int period, String orderId) implements OrderChange {}

  /** Takes a block out, and with it the blocks linked to it, which cannot be taken without it. */
  record WithdrawBlock(String orderId) implements OrderChange {}
}
