package energy.optibid.stream.adapter;

class ZooKeeperEventPublisherIT extends EventPublisherContract {
  @Override
  TestBroker broker() {
    return TestBroker.ZOOKEEPER;
  }
}
