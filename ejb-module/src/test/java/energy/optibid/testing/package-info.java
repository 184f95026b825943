/**
 * A real PostgreSQL for the tests of every capability, with the schema and the roles of the server.
 * Transactions are plain JDBC here; the in-container tests cover the container's.
 */
@NullMarked
package energy.optibid.testing;

import org.jspecify.annotations.NullMarked;
