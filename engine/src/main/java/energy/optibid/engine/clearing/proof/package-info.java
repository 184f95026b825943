/**
 * The checks behind {@link energy.optibid.engine.clearing.ClearingVerifier}: written from the
 * market rules, not from the solver, and forbidden to use it.
 */
@NullMarked
package energy.optibid.engine.clearing.proof;

import org.jspecify.annotations.NullMarked;
