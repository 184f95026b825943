package energy.optibid.analytics.adapter;

import energy.optibid.analytics.domain.PriceFacts;

class PostgresFactsIT extends PriceFactsContract {
  @Override
  PriceFacts facts() {
    return PostgresFacts.of(TRANSACTIONS, TRANSACTIONS);
  }

  @Override
  void copy() {
    // it is where the prices are
  }
}
