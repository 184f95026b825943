package energy.optibid.assets;

import energy.optibid.shared.OrganizationId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Assets across organisations, for what the platform itself does with them. Works in the caller's
 * transaction and sees what that may see.
 */
public interface GridAssets {
  /** Assets of a grid that belong to one of the organisations or have one of the ids, by id. */
  List<GridAsset> of(String grid, Set<OrganizationId> owners, Set<UUID> ids);

  /** An asset and whose it is. */
  record GridAsset(OrganizationId owner, Asset asset) {}
}
