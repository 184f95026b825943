/**
 * The Payara Server domain: made once, configured before each start by a file of asadmin commands,
 * run as our own child process. The EAR is deployed when its content has changed.
 */
@NullMarked
package energy.optibid.launcher.server;

import org.jspecify.annotations.NullMarked;
