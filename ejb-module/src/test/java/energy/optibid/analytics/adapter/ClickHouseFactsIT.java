package energy.optibid.analytics.adapter;

import energy.optibid.local.LocalClickHouse;
import energy.optibid.local.LocalService;
import java.nio.file.Path;

/** ClickHouse 18.16, the oldest that is supported. */
class ClickHouseFactsIT extends CopiedFactsContract {
  @Override
  LocalService server() {
    return new LocalClickHouse(Path.of("target", "clickhouse"));
  }
}
