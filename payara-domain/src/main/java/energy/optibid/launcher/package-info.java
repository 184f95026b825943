/**
 * The command line behind {@code ./optibid}: it starts, watches and stops PostgreSQL, the Payara
 * Server domain with the EAR, and the frontend. One {@link energy.optibid.launcher.Installation} is
 * one home folder with its ports.
 */
@NullMarked
package energy.optibid.launcher;

import org.jspecify.annotations.NullMarked;
