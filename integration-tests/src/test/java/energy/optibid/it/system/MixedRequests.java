package energy.optibid.it.system;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What people do all day; none of it needs an optional service. */
final class MixedRequests {
  private static final String MARKET = "sim-dam";
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final List<String> AREAS =
      List.of("A1", "A2", "E1", "E2", "N1", "N2", "N3", "S1", "S2", "S3", "W1", "W2", "W3");

  private final TradingDay day;
  private final Queue<UUID> created = new ConcurrentLinkedQueue<>();

  MixedRequests(TradingDay day) {
    this.day = day;
  }

  /** Bids whose creation was acknowledged. */
  Collection<UUID> created() {
    return created;
  }

  /** A channel of live prices that the requests tell; watchers are spread over all of them. */
  static String channel(int watcher) {
    return "market.prices." + MARKET + "." + AREAS.get(watcher % AREAS.size());
  }

  List<OpenLoad.Kind> kinds() {
    Api owner = day.owner;
    Api feed = Api.as("market@platform");
    return List.of(
        reading("me", owner, "/api/v1/auth/me"),
        reading("markets", owner, "/api/v1/markets"),
        reading("bids", owner, "/api/v1/bids?limit=20"),
        new OpenLoad.Kind("ticks", () -> tell(feed)),
        reading("auction", owner, day.fill("/api/v1/auctions/{auction}")),
        new OpenLoad.Kind("new bid", () -> create()),
        reading("gates", owner, "/api/v1/gates"),
        reading("inbox", owner, "/api/v1/notifications?limit=20"),
        reading("status", Api.anonymous(), "/api/v1/status"),
        reading("readiness", Api.anonymous(), "/health/ready"));
  }

  private static OpenLoad.Kind reading(String name, Api as, String path) {
    return new OpenLoad.Kind(name, () -> as.get(path).expect(200));
  }

  private void create() {
    JsonObject bid = day.owner.create("/api/v1/bids", day.bidBody()).expect(201).json();
    created.add(UUID.fromString(bid.getString("id")));
  }

  private static void tell(Api feed) {
    String start = LocalDate.now(INDIA).atStartOfDay(INDIA).toOffsetDateTime().toString();
    String ticks =
        String.join(
            ",",
            AREAS.stream()
                .map(
                    area ->
                        "{\"area\":\"%s\",\"startsAt\":\"%s\",\"price\":%d}"
                            .formatted(area, start, 1000 + System.nanoTime() % 1000))
                .toList());
    feed.post("/api/v1/feeds/" + MARKET + "/ticks", "{\"ticks\":[" + ticks + "]}").expect(200);
  }
}
