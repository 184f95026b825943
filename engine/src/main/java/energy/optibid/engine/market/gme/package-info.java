/**
 * GME's day-ahead market (MGP) as tidied CSV: order books, transfer capacities, border exchanges
 * and published results. Files are streamed, checked row by row against the rule pack of the row's
 * day, and accepted or refused as a whole.
 */
@NullMarked
package energy.optibid.engine.market.gme;

import org.jspecify.annotations.NullMarked;
