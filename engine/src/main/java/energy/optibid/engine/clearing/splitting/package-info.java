/**
 * Market splitting: one price for a region, a cut where the links cannot carry what that price asks
 * for, and again on both sides. That is the decomposition of Fujishige and Groenevelt for a
 * separable convex function over the base polytope of a network's cuts, so the result is optimal.
 */
@NullMarked
package energy.optibid.engine.clearing.splitting;

import org.jspecify.annotations.NullMarked;
