package energy.optibid.engine.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contract with its delivery and the time it may be traded.
 *
 * @param firstDay first delivery day
 * @param lastDay last delivery day, inclusive
 * @param firstBlock first period of each of its days, from 1
 * @param blockCount periods of the first day; a longer contract delivers all of every day
 * @param gateOpens first moment orders are taken
 * @param gateCloses first moment they are not
 */
public record ContractWindow(
    TermContract contract,
    TradingMechanism mechanism,
    LocalDate firstDay,
    LocalDate lastDay,
    int firstBlock,
    int blockCount,
    Instant gateOpens,
    Instant gateCloses) {}
