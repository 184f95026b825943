package energy.optibid.shared;

import jakarta.json.JsonValue;

/**
 * What a capability gives to those who watch its channels live. Every CDI bean of this type is
 * found by the WebSocket endpoint; exactly one of them owns a channel.
 *
 * <p>The calls run bound to the watching caller ({@link Tenancy}), outside a transaction.
 */
public interface ChannelSource {
  /** Whether channels of this name are this capability's, for example {@code bids}. */
  boolean owns(String channel);

  /**
   * Whether the caller may watch: the permission is there and what the channel names exists and
   * belongs to the caller's organisation. False is answered as {@code not_found}.
   */
  boolean mayRead(Caller caller, String channel);

  /**
   * The present state, for somebody who comes without a last seen sequence.
   *
   * <p>It is read after the live events are being kept back, and events up to {@code sequence} are
   * then dropped: so take the sequence <em>before</em> the state it describes. A durable channel
   * takes it from {@link energy.optibid.outbox.EventLog#latest}.
   */
  Snapshot snapshot(Caller caller, String channel);

  /**
   * @param sequence number of the last event that {@code data} is sure to include, 0 for none
   * @param data the present state as the client shows it
   */
  record Snapshot(long sequence, JsonValue data) {}
}
