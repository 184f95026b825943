package energy.optibid.engine.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * One delivery day of a market.
 *
 * @param blockCount its periods; fewer or more than usual where clocks change
 * @param holiday whether the market has no auction for it
 * @param sessions its auctions in order; empty on a holiday and in a market of contracts
 * @param contracts what may be traded whose delivery begins on it; empty in a market of auctions
 */
public record CalendarDay(
    LocalDate day,
    int blockCount,
    boolean holiday,
    List<AuctionSession> sessions,
    List<ContractWindow> contracts) {
  public CalendarDay {
    sessions = List.copyOf(sessions);
    contracts = List.copyOf(contracts);
  }
}
