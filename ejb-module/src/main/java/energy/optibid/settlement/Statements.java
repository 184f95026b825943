package energy.optibid.settlement;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the caller's organisation; a foreign or unknown id is {@code not_found}. One
 * transaction per call.
 */
public interface Statements {
  /** The longest span of a statement. */
  int LONGEST_SPAN_DAYS = 31;

  /**
   * Asks for a statement, which a job then calculates: the next revision of its span.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  Statement create(StatementRequest request);

  /**
   * Newest first.
   *
   * @param exchangeId of one simulated exchange; null for all
   * @param reality only those of real markets
   */
  Page<Statement> list(
      @Nullable UUID exchangeId, boolean reality, @Nullable String cursor, int limit);

  Statement require(UUID id);

  /**
   * Makes a provisional statement final. One of real markets settles the published auctions that
   * delivered in its days.
   *
   * @throws energy.optibid.shared.ProblemException {@code illegal_transition} unless it is ready,
   *     provisional and lacks no input, and no exchange has awarded otherwise since; {@code
   *     precondition_failed} if the version has moved on
   */
  Statement finish(UUID id, long expectedVersion);

  /** Days by asset and date, of one asset or of all. */
  Page<StatementDay> days(UUID id, @Nullable UUID assetId, @Nullable String cursor, int limit);

  /** Lines of an asset's day in their order, of one block or kind or of all. */
  Page<SettledLine> lines(UUID id, LineQuery query, @Nullable String cursor, int limit);

  /** Metered blocks of an asset's day. */
  List<SettledDeviation> deviations(UUID id, UUID assetId, LocalDate day);

  /** Where one line comes from. */
  LineOrigin origin(UUID id, UUID assetId, LocalDate day, int number);

  /** Which lines of an asset's day are asked for. */
  record LineQuery(UUID assetId, LocalDate day, @Nullable Integer block, @Nullable LineKind kind) {}
}
