/**
 * Documents of the ENTSO-E Transparency Platform: day-ahead prices of Europe's bidding zones as XML
 * (IEC 62325-451-3). Times are UTC; a delivery day is one of Europe/Brussels for every zone, as in
 * the single day-ahead coupling; prices are EUR/MWh.
 */
@NullMarked
package energy.optibid.engine.market.entsoe;

import org.jspecify.annotations.NullMarked;
