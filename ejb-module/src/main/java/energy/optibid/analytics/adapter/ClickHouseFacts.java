package energy.optibid.analytics.adapter;

import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.shared.Tenancy;
import java.util.List;
import java.util.function.Function;

/** Aggregates by ClickHouse, of the caller's rows and nobody's. */
final class ClickHouseFacts implements FactReader {
  private final ClickHouseClient client;

  private ClickHouseFacts(ClickHouseClient client) {
    this.client = client;
  }

  static PriceFacts of(ClickHouseClient client) {
    return new SqlPriceFacts(
        new ClickHouseDialect(client.table("price"), () -> Tenancy.require().organization()),
        new ClickHouseFacts(client));
  }

  @Override
  public <T> List<T> rows(Query query, Function<FactRow, T> row) {
    return client.rows(query.text(), row);
  }
}
