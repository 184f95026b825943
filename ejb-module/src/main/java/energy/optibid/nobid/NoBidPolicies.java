package energy.optibid.nobid;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies of the caller's organisation. One transaction per call. */
public interface NoBidPolicies {

  /**
   * By market and asset.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found} for an exchange the caller may
   *     not see
   */
  List<NoBidPolicy> list(UUID exchangeId);

  /**
   * Sets an asset's policy, from the next gate that is not decided on.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found} for a foreign exchange, market
   *     or asset; {@code validation_failed} with every fault
   */
  NoBidPolicy put(UUID exchangeId, String marketCode, UUID assetId, Input input);

  /** Ends it; what it submitted stays. */
  void delete(UUID exchangeId, String marketCode, UUID assetId);

  /**
   * What somebody wants, unchecked.
   *
   * @param templateId needed for {@code default}, and for nothing else
   * @param minutesBefore 1 to 720; 5 if left out
   */
  record Input(
      @Nullable NoBidAction action, @Nullable UUID templateId, @Nullable Integer minutesBefore) {}
}
