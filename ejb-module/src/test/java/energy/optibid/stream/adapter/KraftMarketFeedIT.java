package energy.optibid.stream.adapter;

class KraftMarketFeedIT extends MarketFeedContract {
  @Override
  TestBroker broker() {
    return TestBroker.KRAFT;
  }
}
