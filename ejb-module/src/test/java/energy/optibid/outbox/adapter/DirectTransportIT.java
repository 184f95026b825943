package energy.optibid.outbox.adapter;

import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import java.util.function.Consumer;

/** Deliveries within the process. */
class DirectTransportIT extends EventTransportContract {

  @Override
  protected Line open(Consumer<Delivery> receiver) {
    DirectTransport transport = new DirectTransport(receiver, Thread::new);
    return new Line() {
      @Override
      public EventTransport transport() {
        return transport;
      }

      @Override
      public void close() {
        transport.close();
      }
    };
  }
}
