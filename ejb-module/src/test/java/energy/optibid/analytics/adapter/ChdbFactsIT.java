package energy.optibid.analytics.adapter;

import energy.optibid.local.LocalChdb;
import energy.optibid.local.LocalService;
import java.nio.file.Path;

/** A current engine of ClickHouse. */
class ChdbFactsIT extends CopiedFactsContract {
  @Override
  LocalService server() {
    return new LocalChdb(Path.of("target", "chdb"));
  }
}
