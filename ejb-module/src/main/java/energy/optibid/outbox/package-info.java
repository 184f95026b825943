/**
 * Domain events saved in the transaction of the change and handed on afterwards, each stream in
 * order and with a durable sequence. Nothing that was committed is skipped, whatever is killed.
 */
@NullMarked
package energy.optibid.outbox;

import org.jspecify.annotations.NullMarked;
