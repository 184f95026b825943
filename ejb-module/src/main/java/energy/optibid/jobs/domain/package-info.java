/**
 * How a worker does a job: claim, run, keep the lease, tell the progress, end in exactly one way.
 * The table behind it is a port.
 */
@NullMarked
package energy.optibid.jobs.domain;

import org.jspecify.annotations.NullMarked;
