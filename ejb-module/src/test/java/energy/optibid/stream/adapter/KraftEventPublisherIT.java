package energy.optibid.stream.adapter;

class KraftEventPublisherIT extends EventPublisherContract {
  @Override
  TestBroker broker() {
    return TestBroker.KRAFT;
  }
}
