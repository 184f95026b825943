package energy.optibid.market;

/**
 * A market of an operator.
 *
 * @param code our name for it, for instance {@code gme-mgp}
 * @param currency ISO 4217 code
 * @param timeZone IANA name; days and blocks are counted in it
 */
public record Market(
    String code, String name, String operatorCode, String currency, String timeZone) {}
