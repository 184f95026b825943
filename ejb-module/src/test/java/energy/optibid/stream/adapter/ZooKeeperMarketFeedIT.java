package energy.optibid.stream.adapter;

class ZooKeeperMarketFeedIT extends MarketFeedContract {
  @Override
  TestBroker broker() {
    return TestBroker.ZOOKEEPER;
  }
}
