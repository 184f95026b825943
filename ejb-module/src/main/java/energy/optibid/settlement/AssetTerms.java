package energy.optibid.settlement;

import energy.optibid.engine.rules.BuyerClass;
import energy.optibid.engine.settlement.Participant;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an asset is settled.
 *
 * @param participant by its type
 * @param contractRate money per MWh delivered outside an exchange, and of the deviation of sun and
 *     wind; null without a contract
 * @param buyerClass of a load's state
 * @param version 0 while nobody stated any; the entity tag
 */
public record AssetTerms(
    UUID assetId,
    Participant participant,
    @Nullable BigDecimal contractRate,
    BuyerClass buyerClass,
    long version) {

  /**
   * Terms as somebody wrote them.
   *
   * @param buyerClass {@code standard} where it is left out
   */
  public record Input(@Nullable BigDecimal contractRate, @Nullable String buyerClass) {}
}
