package energy.optibid.market;

/**
 * A market of an operator.
 *
 * @param code our name for it, for instance {@code gme-mgp}
 * @param currency ISO 4217 code
 * @param timeZone IANA name; days and blocks are counted in it
 * @param simulated its prices are made here; otherwise they are a real market's
 * @param segment what it trades: {@code dam}, {@code gdam}, {@code hpdam}, {@code rtm}, {@code
 *     mgp}, {@code md}, {@code mi1} … {@code mi7}, {@code da}
 * @param grid what its areas are connected to: an asset may bid in every market of its grid
 * @param takesOrders whether auctions of it can be held here; otherwise there are imported prices
 *     and nothing else
 */
public record Market(
    String code,
    String name,
    String operatorCode,
    String currency,
    String timeZone,
    boolean simulated,
    String segment,
    String grid,
    boolean takesOrders) {}
