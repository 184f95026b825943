package energy.optibid.engine.clearing.auction.search;

/**
 * A quantity that couples periods: the ratio of a block, the flow over a ramped link.
 *
 * @param lower least value
 * @param upper largest value
 * @param least above zero nothing below this counts; zero for a quantity free between its bounds
 * @param value welfare per unit apart from the hourly markets, in currency
 * @param periods where it injects, by index, rising
 * @param zones zone of each injection
 * @param lots injection per unit, in lots; negative takes out
 */
record Column(
    double lower,
    double upper,
    double least,
    double value,
    int[] periods,
    int[] zones,
    double[] lots) {}
