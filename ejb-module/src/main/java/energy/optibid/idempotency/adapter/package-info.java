/** Idempotency keys on PostgreSQL. The unique key of the table makes duplicates wait. */
@NullMarked
package energy.optibid.idempotency.adapter;

import org.jspecify.annotations.NullMarked;
