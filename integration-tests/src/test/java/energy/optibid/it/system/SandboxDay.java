package energy.optibid.it.system;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A sandbox of the simulated exchange that stands on the morning before its delivery day. */
final class SandboxDay implements AutoCloseable {
  static final String OWNER = "trader@demo";

  final Api trader;
  final String id;
  final String day;

  private SandboxDay(Api trader, String id, String day) {
    this.trader = trader;
    this.id = id;
    this.day = day;
  }

  static SandboxDay opened() {
    return openedBy(Api.as(OWNER));
  }

  static SandboxDay openedBy(Api trader) {
    JsonObject exchange = trader.create("/api/v1/exchanges", "{}").expect(201).json();
    return new SandboxDay(trader, exchange.getString("id"), exchange.getString("firstDay"));
  }

  /** The same sandbox, by another caller or at another server. */
  SandboxDay seenBy(Api other) {
    return new SandboxDay(other, id, day);
  }

  String path() {
    return "/api/v1/exchanges/" + id;
  }

  /** Performs everything that is due next. */
  JsonObject advance() {
    return trader.post(path() + "/advance", "").expect(200).json();
  }

  /**
   * Advances until an event of that kind has been performed in a market's auction; an event of the
   * whole day has no market and session 0.
   */
  void advanceTo(String market, int session, String kind) {
    for (int step = 0; step < 400; step++) {
      boolean done =
          items(path() + "/events?state=done&limit=200&day=" + day).stream()
              .anyMatch(
                  event ->
                      event.getString("marketCode", "").equals(market)
                          && event.getInt("session", 0) == session
                          && event.getString("kind").equals(kind));
      if (done) {
        return;
      }
      advance();
    }
    throw new AssertionError(market + " " + session + " never came to " + kind);
  }

  /** The auction of a market's session. */
  JsonObject auction(String market, int session) {
    return items("/api/v1/auctions?limit=200&exchangeId=" + id + "&marketCode=" + market).stream()
        .filter(auction -> auction.getString("deliveryDay").equals(day))
        .filter(auction -> auction.getInt("session") == session)
        .findFirst()
        .orElseThrow();
  }

  /** An asset in an area of the Indian grid. */
  String asset(String type, String area, int injection, int withdrawal) {
    return trader
        .create(
            "/api/v1/assets",
            """
            {"name":"%s %s","type":"%s","marketCode":"sim-dam","areaCode":"%s",
             "maxInjectionMw":%d,"maxWithdrawalMw":%d}
            """
                .formatted(type, Api.unique(), type, area, injection, withdrawal))
        .expect(201)
        .json()
        .getString("id");
  }

  /** A submitted bid over the auction's blocks with the same points in each. */
  String bid(JsonObject auction, String asset, String area, String side, String points) {
    return bid(auction, asset, area, side, points, false);
  }

  /** The same, whose unselected volume may go on to the next auction. */
  String bid(
      JsonObject auction,
      String asset,
      String area,
      String side,
      String points,
      boolean carryOver) {
    List<String> blocks = new ArrayList<>();
    int first = auction.getInt("firstBlock");
    for (int block = first; block < first + auction.getInt("blockCount"); block++) {
      blocks.add("{\"block\":%d,\"points\":%s}".formatted(block, points));
    }
    String bid =
        trader
            .create(
                "/api/v1/bids",
                """
                {"auctionId":"%s","assetId":"%s","areaCode":"%s","side":"%s","blocks":[%s],
                 "carryOver":%s}
                """
                    .formatted(
                        auction.getString("id"),
                        asset,
                        area,
                        side,
                        String.join(",", blocks),
                        carryOver))
            .expect(201)
            .json()
            .getString("id");
    String path = "/api/v1/bids/" + bid;
    trader
        .call(
            "POST",
            path + "/submit",
            null,
            "If-Match",
            trader.get(path).expect(200).header("ETag"),
            "Idempotency-Key",
            UUID.randomUUID().toString())
        .expect(200);
    return bid;
  }

  /** Every item of a list, page by page. */
  List<JsonObject> items(String path) {
    List<JsonObject> items = new ArrayList<>();
    String next = path;
    while (true) {
      JsonObject page = trader.get(next).expect(200).json();
      JsonArray found = page.getJsonArray("items");
      items.addAll(found.getValuesAs(JsonObject.class));
      if (!page.containsKey("nextCursor") || page.isNull("nextCursor")) {
        return items;
      }
      next = path + (path.contains("?") ? "&" : "?") + "cursor=" + page.getString("nextCursor");
    }
  }

  @Override
  public void close() {
    trader
        .call("DELETE", path(), null, "If-Match", trader.get(path()).expect(200).header("ETag"))
        .expect(204);
  }
}
