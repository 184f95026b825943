package energy.optibid.engine.clearing.auction.search;

/**
 * A part of the decisions that is still open.
 *
 * @param bound no allocation in it has more welfare
 * @param number order of birth, which breaks ties
 */
record Node(Bounds bounds, double bound, long number) implements Comparable<Node> {
  /** The most promising first. */
  @Override
  public int compareTo(Node other) {
    int byBound = Double.compare(other.bound, bound);
    return byBound != 0 ? byBound : Long.compare(number, other.number);
  }
}
