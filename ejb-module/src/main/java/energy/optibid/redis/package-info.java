/**
 * The Redis of the installation, where it has one: shared between nodes, forgetful, and away at any
 * moment. Whoever uses it has a way to do without.
 */
@NullMarked
package energy.optibid.redis;

import org.jspecify.annotations.NullMarked;
