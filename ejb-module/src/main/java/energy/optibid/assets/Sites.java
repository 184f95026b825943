package energy.optibid.assets;

import energy.optibid.shared.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sites of the caller's organisation; errors as in {@link Assets}. */
public interface Sites {
  /** The site, if it is the caller's. */
  Optional<Site> find(UUID id);

  /** The site, or {@code not_found}. */
  Site require(UUID id);

  /** Sites in order of creation. */
  Page<Site> list(@Nullable String cursor, int limit);

  Site create(SiteInput input);
}
