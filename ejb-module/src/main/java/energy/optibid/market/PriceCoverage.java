package energy.optibid.market;

import java.time.LocalDate;

/**
 * From when to when an area has prices of one source; there may be gaps.
 *
 * @param simulated whether they were made here; otherwise they are a real market's
 * @param kind what the area is to its market
 * @param firstDay first delivery day with a price, in the market's time zone
 * @param lastDay last delivery day with a price, in the market's time zone
 */
public record PriceCoverage(
    String marketCode,
    String marketName,
    boolean simulated,
    String timeZone,
    String area,
    String areaName,
    BidArea.Kind kind,
    PriceSource source,
    LocalDate firstDay,
    LocalDate lastDay) {}
