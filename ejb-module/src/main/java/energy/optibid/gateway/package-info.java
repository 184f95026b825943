/**
 * The way to real exchanges: an organisation's connections, what is told through them, and what the
 * exchanges answer. Orders leave at least once and take effect once, because our reference of a
 * submission is the exchange's idempotency key; what got no answer is in doubt until the exchange
 * was asked what it holds.
 */
@NullMarked
package energy.optibid.gateway;

import org.jspecify.annotations.NullMarked;
