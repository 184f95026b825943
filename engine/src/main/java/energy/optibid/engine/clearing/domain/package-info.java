/**
 * The solver: an exact min-cost flow over merit orders and links, in whole lots and 10⁻⁴ prices,
 * then the tie rules on its optimal face. Called through {@link
 * energy.optibid.engine.clearing.Clearing}.
 */
@NullMarked
package energy.optibid.engine.clearing.domain;

import org.jspecify.annotations.NullMarked;
