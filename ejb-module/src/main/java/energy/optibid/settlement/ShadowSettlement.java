package energy.optibid.settlement;

import energy.optibid.engine.settlement.LineKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's statement held against ours, line by line.
 *
 * @param linesRead lines of the uploaded file
 * @param matched lines that agree
 * @param differences how many do not
 */
public record ShadowSettlement(
    UUID id,
    UUID statementId,
    String name,
    int linesRead,
    int matched,
    int differences,
    OffsetDateTime createdAt,
    UUID createdBy) {

  /** In what two lines differ. */
  public enum Reason {
    /** The file has a line that our statement has not. */
    MISSING_HERE,
    /** Our statement has a line that the file has not. */
    MISSING_THERE,
    QUANTITY,
    PRICE,
    /** Quantity and price agree, the amount does not. */
    AMOUNT
  }

  /**
   * One line that differs; figures are null on the side that has none.
   *
   * @param number from 1, by asset, day, block, kind and source
   */
  public record Difference(
      int number,
      Reason reason,
      UUID assetId,
      LocalDate day,
      int block,
      LineKind kind,
      String source,
      @Nullable BigDecimal ownQuantity,
      @Nullable BigDecimal theirQuantity,
      @Nullable BigDecimal ownPrice,
      @Nullable BigDecimal theirPrice,
      @Nullable BigDecimal ownAmount,
      @Nullable BigDecimal theirAmount) {}
}
