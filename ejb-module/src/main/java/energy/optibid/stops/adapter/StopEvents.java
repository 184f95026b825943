package energy.optibid.stops.adapter;

import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Tenancy;
import energy.optibid.stops.TradingStop;
import energy.optibid.stops.TradingStop.Release;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** What the channel {@code bids} and the audit trail say of stops. */
final class StopEvents {
  private StopEvents() {}

  static DomainEvent of(String type, TradingStop stop) {
    return new DomainEvent(
        "bids",
        Tenancy.require().organization(),
        "trading_stop",
        stop.id(),
        stop.version(),
        type,
        json(stop));
  }

  static JsonObject json(TradingStop stop) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("stopId", stop.id().toString())
            .add("scope", stop.scope().code())
            .add("subjectName", stop.subjectName())
            .add("reason", stop.reason())
            .add("placedBy", stop.placedBy().name())
            .add("withdrawn", stop.bids().withdrawn())
            .add("askedBack", stop.bids().askedBack())
            .add("kept", stop.bids().kept());
    UUID subject = stop.subjectId();
    if (subject != null) {
      json.add("subjectId", subject.toString());
    }
    Release release = stop.release();
    if (release != null) {
      json.add("releasedBy", release.by().name()).add("releaseReason", release.reason());
    }
    return json.build();
  }
}
