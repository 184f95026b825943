/**
 * Child processes that may outlive the launcher: started in a session of their own, remembered by a
 * pid file, recognised again later and ended in order. Ports are checked before anything starts.
 */
@NullMarked
package energy.optibid.local.process;

import org.jspecify.annotations.NullMarked;
