package energy.optibid.gateway;

import java.time.LocalDate;

/**
 * An award of a delivery day, with the market and the order it is of.
 *
 * @param deliveryDay day of the market's own time zone
 * @param reference the name under which the order went to the exchange
 */
public record DeliveryAward(
    String marketCode, LocalDate deliveryDay, String reference, ExchangeAward award) {}
