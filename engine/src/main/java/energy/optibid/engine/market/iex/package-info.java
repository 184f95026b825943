/**
 * Results of the Indian Energy Exchange as it publishes them: the feed of the day-ahead market with
 * its areas (JSON), and the tables of DAM, GDAM, HP-DAM and RTM without areas (CSV). Times are
 * India's, volumes average MW over a quarter hour, prices INR/MWh.
 */
@NullMarked
package energy.optibid.engine.market.iex;

import org.jspecify.annotations.NullMarked;
