package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Twenty traders of one organisation who bid for one day at once, each in a session and for an
 * asset of their own, under a limit that takes four bids of five. {@code -Doptibid.test.bids=500}
 * is the benchmark; with {@code -Doptibid.test.traders=1} all bids are of one asset, and what a
 * submission costs beside those that stand already is not hidden by others that wait.
 */
@Tag("system")
class BidLoadIT {
  private static final int TRADERS = Integer.getInteger("optibid.test.traders", 20);
  private static final int BIDS = Integer.getInteger("optibid.test.bids", 100);
  private static final int BLOCKS = 96;

  /** One MW in every quarter hour of a day. */
  private static final BigDecimal BID_MWH = BigDecimal.valueOf(24);

  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal LIMIT_MWH = BID_MWH.multiply(BigDecimal.valueOf(BIDS * 4 / 5));

  private final List<Long> createMicros = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> submitMicros = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatIsAcknowledged_staysWithinTheLimit_whoeverBidsAtOnce() throws Exception {
    Api owner = Api.as(TradingDay.OWNER);
    ExecutorService desks = Executors.newFixedThreadPool(TRADERS);
    try (SandboxDay day = SandboxDay.opened()) {
      day.advanceTo("sim-dam", 1, "open");
      JsonObject auction = day.auction("sim-dam", 1);
      assertEquals(BLOCKS, auction.getInt("blockCount"));
      List<String> assets =
          IntStream.range(0, TRADERS)
              .mapToObj(i -> day.asset("thermal", "W2", Math.max(100, BIDS), 0))
              .toList();
      Answer limit = owner.create("/api/v1/risk-limits", limitBody(day)).expect(201);
      try {
        CyclicBarrier start = new CyclicBarrier(TRADERS + 1);
        List<Future<?>> all = new ArrayList<>();
        for (String asset : assets) {
          all.add(
              desks.submit(
                  () -> {
                    Api trader = session();
                    start.await();
                    for (int bid = 0; bid < BIDS / TRADERS; bid++) {
                      bid(trader, auction, asset);
                    }
                    return null;
                  }));
        }
        start.await();
        long began = System.nanoTime();
        for (Future<?> one : all) {
          one.get();
        }
        report(System.nanoTime() - began);
        check(day);
      } finally {
        owner
            .call(
                "DELETE",
                "/api/v1/risk-limits/" + limit.json().getString("id"),
                null,
                "If-Match",
                limit.header("ETag"))
            .expect(204);
      }
    } finally {
      desks.shutdownNow();
    }
  }

  private static Api session() {
    return Api.withToken(
        Api.anonymous()
            .post(
                "/api/v1/auth/login",
                "{\"email\":\"%s.optibid.local\",\"password\":\"%s\"}"
                    .formatted(SandboxDay.OWNER, Api.password()))
            .expect(200)
            .json()
            .getString("access_token"));
  }

  private static String limitBody(SandboxDay day) {
    return """
        {"name":"Load %s","kind":"volume","subject":"organization","amount":%s,
         "validFrom":"%s","validTo":"%s"}
        """
        .formatted(Api.unique(), LIMIT_MWH, day.day, day.day);
  }

  private void bid(Api trader, JsonObject auction, String asset) {
    long before = System.nanoTime();
    Answer created = trader.create("/api/v1/bids", bidBody(auction, asset));
    createMicros.add((System.nanoTime() - before) / 1000);
    if (created.status() != 201) {
      errors.add("create: " + created.status() + " " + created.body());
      return;
    }
    before = System.nanoTime();
    Answer submitted =
        trader.call(
            "POST",
            "/api/v1/bids/" + created.json().getString("id") + "/submit",
            null,
            "If-Match",
            created.header("ETag"),
            "Idempotency-Key",
            UUID.randomUUID().toString());
    submitMicros.add((System.nanoTime() - before) / 1000);
    if (submitted.status() == 422 && onlyTheLimit(submitted)) {
      refusals.add(submitted.body());
    } else if (submitted.status() != 200) {
      errors.add("submit: " + submitted.status() + " " + submitted.body());
    }
  }

  private static boolean onlyTheLimit(Answer answer) {
    return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .allMatch(error -> error.getString("code").equals("limit_exceeded"));
  }

  private static String bidBody(JsonObject auction, String asset) {
    List<String> blocks = new ArrayList<>();
    int first = auction.getInt("firstBlock");
    for (int block = first; block < first + BLOCKS; block++) {
      blocks.add("{\"block\":%d,\"points\":[{\"price\":2000,\"quantity\":1}]}".formatted(block));
    }
    return "{\"auctionId\":\"%s\",\"assetId\":\"%s\",\"areaCode\":\"W2\",\"side\":\"sell\",\"blocks\":[%s]}"
        .formatted(auction.getString("id"), asset, String.join(",", blocks));
  }

  /**
   * What the API itself lists as acknowledged adds up to what it says is used, within the limit.
   */
  private void check(SandboxDay day) {
    assertEquals(List.of(), errors);
    List<JsonObject> bids = day.items("/api/v1/bids?limit=100&exchangeId=" + day.id);
    assertEquals(BIDS, bids.size());
    BigDecimal acknowledged = BigDecimal.ZERO;
    int refused = 0;
    for (JsonObject bid : bids) {
      if (bid.get("submission") instanceof JsonObject submission) {
        assertEquals("acknowledged", submission.getString("state"));
        acknowledged = acknowledged.add(energy(bid));
      } else {
        refused++;
      }
    }
    assertEquals(refusals.size(), refused);
    assertTrue(acknowledged.compareTo(LIMIT_MWH) <= 0, acknowledged + " of " + LIMIT_MWH);
    assertEquals(0, acknowledged.compareTo(LIMIT_MWH), "some that fitted were refused");
    BigDecimal used =
        day
            .trader
            .get(
                "/api/v1/risk-limits/usage?exchangeId=%s&deliveryDay=%s".formatted(day.id, day.day))
            .expect(200)
            .json()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(item -> item.getJsonObject("limit").getString("name").startsWith("Load "))
            .map(item -> item.getJsonNumber("used").bigDecimalValue())
            .reduce(BigDecimal::max)
            .orElseThrow();
    assertEquals(0, used.compareTo(acknowledged));
  }

  private static BigDecimal energy(JsonObject bid) {
    BigDecimal megawatts = BigDecimal.ZERO;
    for (JsonObject block : bid.getJsonArray("blocks").getValuesAs(JsonObject.class)) {
      List<JsonObject> points = block.getJsonArray("points").getValuesAs(JsonObject.class);
      megawatts =
          megawatts.add(points.get(points.size() - 1).getJsonNumber("quantity").bigDecimalValue());
    }
    return megawatts.multiply(QUARTER);
  }

  private void report(long nanos) {
    double seconds = nanos / 1e9;
    System.out.printf(
        "%d bids of %d blocks by %d traders in %.1f s: %.1f bids/s; create p50 %d ms, p99 %d ms;"
            + " submit p50 %d ms, p99 %d ms, p50 of the first fifth %d ms and of the last accepted"
            + " fifth %d ms; %d refused for the limit, %d errors%n",
        BIDS,
        BLOCKS,
        TRADERS,
        seconds,
        BIDS / seconds,
        percentile(createMicros, 50),
        percentile(createMicros, 99),
        percentile(submitMicros, 50),
        percentile(submitMicros, 99),
        percentile(fifth(submitMicros, 0), 50),
        percentile(fifth(submitMicros, 3), 50),
        refusals.size(),
        errors.size());
  }

  private static List<Long> fifth(List<Long> micros, int number) {
    int size = micros.size();
    return micros.subList(size * number / 5, size * (number + 1) / 5);
  }

  private static long percentile(List<Long> micros, int percent) {
    List<Long> sorted = new ArrayList<>(micros);
    Collections.sort(sorted);
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1000;
  }
}
