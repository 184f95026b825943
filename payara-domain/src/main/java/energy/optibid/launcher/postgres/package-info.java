/**
 * The embedded PostgreSQL: binaries from Maven, started by us rather than by the test library they
 * come with, because that one trusts everybody and trades durability for speed. What protects the
 * data (fsync, synchronous commit, full page writes, SCRAM) is read back from the server each
 * start.
 */
@NullMarked
package energy.optibid.launcher.postgres;

import org.jspecify.annotations.NullMarked;
