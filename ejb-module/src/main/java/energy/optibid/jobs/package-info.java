/**
 * Long work as rows that workers claim, with progress, cancellation and a lease. A job whose server
 * was killed is taken up again by another.
 */
@NullMarked
package energy.optibid.jobs;

import org.jspecify.annotations.NullMarked;
