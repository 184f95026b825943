/**
 * How fast the engine is, on invented days of stated size and on real ones where they are at hand.
 */
@NullMarked
package energy.optibid.benchmarks;

import org.jspecify.annotations.NullMarked;
