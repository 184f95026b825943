package energy.optibid.analytics.domain;

/**
 * @param price in 10⁻⁴ per MWh
 * @param blocks how many had it
 */
public record PriceCount(long price, long blocks) {}
