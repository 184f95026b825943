/**
 * The job table on PostgreSQL and the threads that work it off. Claims use SKIP LOCKED, a lease and
 * a fencing number.
 */
@NullMarked
package energy.optibid.jobs.adapter;

import org.jspecify.annotations.NullMarked;
