package energy.optibid.engine.clearing.auction.search;

/**
 * A condition between columns: {@code constant + Σ coefficient·column ≥ 0}.
 *
 * @param columns indices of the columns
 */
record Row(double constant, int[] columns, double[] coefficients) {}
