/**
 * Tests that know the installation only by its addresses: {@code optibid.test.url} (the API),
 * {@code optibid.test.ws}, {@code optibid.test.frontend}, {@code optibid.test.home} and, where
 * there are two servers, {@code optibid.test.node.url}, all system properties that {@code ./optibid
 * test} sets.
 */
@NullMarked
package energy.optibid.it.system;

import org.jspecify.annotations.NullMarked;
