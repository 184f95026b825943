package energy.optibid.settlement;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements of others held against own ones. One transaction per call. */
public interface ShadowSettlements {
  /** Columns of a file. */
  String HEADER = "asset_id,day,block,kind,source,quantity,price,amount";

  /**
   * Compares a file with a statement that is ready. Kinds the file has no line of are not compared.
   * Amounts may differ by a hundredth of the currency.
   *
   * @param csv RFC 4180 with the columns {@value #HEADER}
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  ShadowSettlement compare(UUID statementId, String name, String csv);

  /** Comparisons of a statement, newest first. */
  Page<ShadowSettlement> list(UUID statementId, @Nullable String cursor, int limit);

  /** The differences of a comparison in their order. */
  Page<ShadowSettlement.Difference> differences(UUID shadowId, @Nullable String cursor, int limit);
}
