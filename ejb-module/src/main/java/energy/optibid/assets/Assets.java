package energy.optibid.assets;

import energy.optibid.shared.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Assets of the caller's organisation. Inputs are refused with every fault at once ({@code
 * validation_failed}); a foreign or unknown id is {@code not_found}, judged before the version.
 */
public interface Assets {
  /** The asset, if it is the caller's. */
  Optional<Asset> find(UUID id);

  /** The asset, or {@code not_found}. */
  Asset require(UUID id);

  /** Assets in order of creation, of one area or of all. */
  Page<Asset> list(@Nullable String areaCode, @Nullable String cursor, int limit);

  Asset create(AssetInput input);

  /** Replaces every property; {@code precondition_failed} if the version has moved on. */
  Asset replace(UUID id, long expectedVersion, AssetInput input);

  /**
   * {@code conflict} while bids or contracts refer to it; {@code precondition_failed} as in
   * replace.
   */
  void delete(UUID id, long expectedVersion);
}
