/**
 * From books and bids to the engine's orders, and from the engine's result back to what is
 * published. Pure: no database, no clock.
 */
@NullMarked
package energy.optibid.clearing.domain;

import org.jspecify.annotations.NullMarked;
