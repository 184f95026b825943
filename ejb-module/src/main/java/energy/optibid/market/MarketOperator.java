package energy.optibid.market;

/**
 * A company that runs markets.
 *
 * @param country ISO 3166-1 alpha-2 code
 */
public record MarketOperator(String code, String name, String country) {}
