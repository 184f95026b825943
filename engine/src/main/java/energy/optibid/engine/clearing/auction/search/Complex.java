package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import java.util.ArrayList;
import java.util.List;

/** A complex order in numbers; each of its steps is a column of the master. */
final class Complex {
  final ComplexOrder order;
  final int zone;

  /** Column that says whether the order stays; −1 where nothing makes it leave. */
  int on = -1;

  final List<Part> parts = new ArrayList<>();

  /**
   * One step.
   *
   * @param period from zero
   * @param stays whether it stays a simple order when the rest leaves (scheduled stop)
   */
  record Part(int period, Step step, long lots, int column, boolean stays) {}

  Complex(ComplexOrder order, int zone) {
    this.order = order;
    this.zone = zone;
  }

  /** Whether the steps go on the hourly books; with a gradient their volumes are decided. */
  boolean standsInBooks() {
    return order.gradient().isEmpty();
  }
}
