package energy.optibid.metering.domain;

import energy.optibid.metering.domain.ReadingStore.Row;
import energy.optibid.shared.DomainEvent;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * {@code meter.recorded}: an asset's meter was read. It names the asset, the simulated exchange if
 * it is one's, and the span [from, to) that the readings lie in; the readings themselves are looked
 * up, so that a month is one event like a block.
 */
public final class MeterEvent {
  private static final String CHANNEL = "meters";

  private MeterEvent() {}

  /**
   * The event of readings that were written together.
   *
   * @param rows at least one, all of one asset and exchange
   */
  public static DomainEvent recorded(List<Row> rows) {
    Row any = rows.get(0);
    Row last = rows.stream().max(Comparator.comparing(Row::startsAt)).orElseThrow();
    Instant from = rows.stream().map(Row::startsAt).min(Comparator.naturalOrder()).orElseThrow();
    Instant to = last.startsAt().plus(Duration.ofMinutes(last.durationMinutes()));
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("assetId", any.assetId().toString())
            .add("from", from.toString())
            .add("to", to.toString());
    UUID exchange = any.exchangeId();
    if (exchange != null) {
      payload.add("exchangeId", exchange.toString());
    }
    return new DomainEvent(
        CHANNEL, any.owner(), "meter", any.assetId(), 1, "meter.recorded", payload.build());
  }
}
