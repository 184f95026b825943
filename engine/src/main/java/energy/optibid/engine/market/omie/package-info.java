/**
 * Files of the Iberian market operator: prices of the day-ahead market and of the intraday sessions
 * for Spain and Portugal, and the offers behind one hour's curves. OMEL's files until 2011 and
 * OMIE's after it; prices in cent/kWh or EUR/MWh are handed on in EUR/MWh. Days and periods are
 * those of Europe/Madrid, for Portugal too; an energy of an hour is the same number in average MW.
 */
@NullMarked
package energy.optibid.engine.market.omie;

import org.jspecify.annotations.NullMarked;
