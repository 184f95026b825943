package energy.optibid.stream.adapter;

class KraftTickRelayIT extends KafkaTickRelayContract {
  @Override
  TestBroker broker() {
    return TestBroker.KRAFT;
  }
}
