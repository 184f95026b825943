package energy.optibid.stream.adapter;

class ZooKeeperTickRelayIT extends KafkaTickRelayContract {
  @Override
  TestBroker broker() {
    return TestBroker.ZOOKEEPER;
  }
}
