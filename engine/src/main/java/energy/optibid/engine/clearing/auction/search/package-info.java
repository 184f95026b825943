/**
 * The search for the best allocation in which nobody loses: a branch and bound whose bounds come
 * from cutting planes. The master problem holds what couples periods (blocks, complex orders,
 * ramps, lossy lines, flow-based limits) as columns; the hourly markets answer with their welfare
 * and prices, each answer a cut.
 */
@NullMarked
package energy.optibid.engine.clearing.auction.search;

import org.jspecify.annotations.NullMarked;
