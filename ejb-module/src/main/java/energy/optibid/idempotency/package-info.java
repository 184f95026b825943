/**
 * A creating call repeated with the same key answers as it did the first time. The answer is stored
 * in the transaction of the change.
 */
@NullMarked
package energy.optibid.idempotency;

import org.jspecify.annotations.NullMarked;
