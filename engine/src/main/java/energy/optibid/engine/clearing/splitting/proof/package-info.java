/** The verifier of split markets. It knows the problem and the result and nothing of the solver. */
@NullMarked
package energy.optibid.engine.clearing.splitting.proof;

import org.jspecify.annotations.NullMarked;
