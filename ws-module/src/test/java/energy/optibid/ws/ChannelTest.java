package energy.optibid.ws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.outbox.LoggedEvent;
import energy.optibid.ws.Channel.Outcome;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChannelTest {
  private final List<Long> sent = new ArrayList<>();
  private final Channel channel = new Channel(event -> sent.add(event.sequence()));

  private static LoggedEvent event(long sequence) {
    return new LoggedEvent(
        sequence,
        new UUID(0, sequence),
        null,
        "bids",
        "bid.created",
        Instant.EPOCH,
        JsonValue.EMPTY_JSON_OBJECT);
  }

  @Test
  void eventsDuringTheSnapshot_areKeptBackAndTheCoveredOnesDropped() {
    assertEquals(Outcome.KEPT_BACK, channel.offer(event(4)));
    assertEquals(Outcome.KEPT_BACK, channel.offer(event(5)));
    assertEquals(Outcome.KEPT_BACK, channel.offer(event(6)));
    channel.startAt(5);
    assertTrue(channel.goLive());
    assertEquals(Outcome.SENT, channel.offer(event(7)));
    assertEquals(List.of(6L, 7L), sent);
  }

  @Test
  void resume_replaysThenGoesOnLiveWithoutTwice() {
    channel.startAt(1);
    channel.offer(event(3));
    channel.offer(event(4));
    assertFalse(channel.goLive(), "2 is missing");
    channel.replay(List.of(event(2), event(3)));
    assertTrue(channel.goLive());
    assertEquals(List.of(2L, 3L, 4L), sent);
    assertEquals(Outcome.ALREADY_KNOWN, channel.offer(event(4)));
  }

  @Test
  void gapInTheLiveStream_isHeldUntilFilled() {
    channel.startAt(1);
    assertTrue(channel.goLive());
    assertEquals(Outcome.GAP, channel.offer(event(4)));
    assertEquals(Outcome.KEPT_BACK, channel.offer(event(5)));
    channel.replay(List.of(event(2), event(3)));
    assertTrue(channel.goLive());
    assertEquals(List.of(2L, 3L, 4L, 5L), sent);
  }

  @Test
  void endlessStart_overflows() {
    for (int i = 1; i <= Channel.MOST_KEPT_BACK; i++) {
      assertEquals(Outcome.KEPT_BACK, channel.offer(event(i)));
    }
    assertEquals(Outcome.OVERFLOW, channel.offer(event(Channel.MOST_KEPT_BACK + 1)));
  }
}
