package energy.optibid.settlement;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.MissingInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's assets earned and owe over a span of delivery days. Money is
 * receiving-positive; every sum adds lines that were rounded once.
 *
 * @param exchangeId the simulated exchange it is of; null for reality
 * @param revision 1, and one more with every recalculation of the same span; earlier ones stay
 * @param currency null until it is ready
 * @param missing inputs that some blocks lack; their deviation is not in the sums, and what an
 *     exchange awarded provisionally is
 * @param simulatedGrid whether frequency or the normal rate were made by a simulation
 * @param version the entity tag
 */
public record Statement(
    UUID id,
    @Nullable UUID exchangeId,
    LocalDate firstDay,
    LocalDate lastDay,
    int revision,
    StatementStatus status,
    StatementState state,
    UUID jobId,
    @Nullable String currency,
    BigDecimal total,
    List<KindTotal> totals,
    List<AssetTotal> assets,
    List<Missing> missing,
    boolean simulatedGrid,
    OffsetDateTime createdAt,
    UUID createdBy,
    long version) {
  public Statement {
    totals = List.copyOf(totals);
    assets = List.copyOf(assets);
    missing = List.copyOf(missing);
  }

  /** The sum of the lines of one kind. */
  public record KindTotal(LineKind kind, BigDecimal amount) {}

  /** One asset's sum over the span. */
  public record AssetTotal(
      UUID assetId, String assetName, BigDecimal total, List<KindTotal> totals) {
    public AssetTotal {
      totals = List.copyOf(totals);
    }
  }

  /** How many blocks of all assets lack an input. */
  public record Missing(MissingInput input, int blocks) {}
}
