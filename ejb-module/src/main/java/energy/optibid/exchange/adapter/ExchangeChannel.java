package energy.optibid.exchange.adapter;

import energy.optibid.exchange.Exchanges;
import energy.optibid.identity.Permissions;
import energy.optibid.outbox.EventLog;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ChannelSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** The channel {@code exchanges}: clocks and next events. */
@ApplicationScoped
@Typed(ChannelSource.class)
public class ExchangeChannel implements ChannelSource {
  private final Exchanges exchanges;
  private final EventLog log;

  @Inject
  public ExchangeChannel(Exchanges exchanges, EventLog log) {
    this.exchanges = exchanges;
    this.log = log;
  }

  @Override
  public boolean owns(String channel) {
    return channel.equals(ExchangeEvents.CHANNEL);
  }

  @Override
  public boolean mayRead(Caller caller, String channel) {
    return caller.may(Permissions.EXCHANGES_READ);
  }

  @Override
  public Snapshot snapshot(Caller caller, String channel) {
    long sequence = log.latest(caller.organization(), channel);
    JsonArrayBuilder states = Json.createArrayBuilder();
    exchanges.list().forEach(exchange -> states.add(ExchangeEvents.state(exchange)));
    return new Snapshot(sequence, Json.createObjectBuilder().add("exchanges", states).build());
  }
}
