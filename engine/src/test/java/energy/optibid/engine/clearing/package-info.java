/**
 * Tests of clearing: known answers, properties against brute force, the verifier, real order books.
 */
@NullMarked
package energy.optibid.engine.clearing;

import org.jspecify.annotations.NullMarked;
