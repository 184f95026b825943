package energy.optibid.risk;

import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Above what size of one bid a second person must approve it. Where neither size is set there is no
 * policy, and whoever may submit submits.
 *
 * @param value sum of energy × |limit price| of one bid, in currency; null: not asked
 * @param currency of the value; a bid in another currency is not measured by it
 * @param volumeMwh energy of one bid; null: not asked
 * @param version the entity tag; 0 before the first change
 */
public record ApprovalPolicy(
    @JsonbNillable @Nullable BigDecimal value,
    @JsonbNillable @Nullable String currency,
    @JsonbNillable @Nullable BigDecimal volumeMwh,
    long version) {

  /** A policy somebody wants. */
  public record Input(
      @Nullable BigDecimal value, @Nullable String currency, @Nullable BigDecimal volumeMwh) {}

  /** Whether any size needs a second person. */
  public boolean asksSomebody() {
    return value != null || volumeMwh != null;
  }
}
