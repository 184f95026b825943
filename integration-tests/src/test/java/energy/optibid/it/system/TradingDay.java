package energy.optibid.it.system;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day the demo organisation has traded: imported, bid for, cleared. Its ids exist, and everything
 * an answer to its owner names is known as the owner's.
 */
final class TradingDay {
  static final String OWNER = "owner@demo";
  static final String RIVAL = "owner@rival";

  /** A connection by which nothing leaves. */
  static final String CONNECTION = "{\"operatorCode\":\"hpx\",\"kind\":\"simulated\"}";

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");

  final Api owner = Api.as(OWNER);
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> owned = new HashSet<>();

  /** Imports the shipped day, bids in it and clears it. */
  static TradingDay traded() {
    TradingDay day = imported();
    day.trade();
    return day;
  }

  /** Imports the shipped day and leaves its gate open. */
  static TradingDay imported() {
    TradingDay day = new TradingDay();
    day.load();
    return day;
  }

  private void load() {
    String mark = Api.unique();
    ids.put("mark", mark);
    JsonObject asset =
        items("/api/v1/assets?areaCode=NORD").stream()
            .filter(item -> item.getJsonNumber("maxInjectionMw").bigDecimalValue().signum() > 0)
            .findFirst()
            .orElseThrow();
    ids.put("asset", asset.getString("id"));
    ids.put("user", id(owner.get("/api/v1/auth/me").expect(200).json().getJsonObject("user")));
    ids.put(
        "site",
        id(
            owner
                .create(
                    "/api/v1/sites",
                    "{\"name\":\"Isolation "
                        + mark
                        + "\",\"marketCode\":\"gme-mgp\",\"areaCode\":\"NORD\"}")
                .expect(201)
                .json()));
    ids.put("spareAsset", id(owner.create("/api/v1/assets", assetBody()).expect(201).json()));
    JsonObject sample = owner.create("/api/v1/imports/sample", "").expect(202).json();
    ids.put("import", id(sample));
    finish(sample.getString("jobId"));
    String done = "/api/v1/imports/" + id(sample);
    ids.put("auction", owner.get(done).expect(200).json().getJsonArray("auctionIds").getString(0));
    String day =
        owner.get(fill("/api/v1/auctions/{auction}")).expect(200).json().getString("deliveryDay");
    ids.put("day", day);
    ids.put("dayStart", day + "T00:00:00Z");
    ids.put("dayEnd", day + "T23:00:00Z");
    ids.put(
        "shiftEntry", id(owner.create("/api/v1/shift-log", shiftEntryBody()).expect(201).json()));
    ids.put(
        "alertRule", id(owner.create("/api/v1/alert-rules", alertRuleBody()).expect(201).json()));
    ids.put(
        "riskLimit", id(owner.create("/api/v1/risk-limits", riskLimitBody()).expect(201).json()));
    ids.put("file", id(UploadedFile.send(owner, "contract.txt", "ours").expect(201).json()));
    ids.put("connection", connection());
    ids.put("outside", outsideAuction());
    openSandbox();
  }

  /** A way to an exchange, of which an organisation has one per operator. */
  private String connection() {
    return items("/api/v1/exchange-connections").stream()
        .filter(there -> there.getString("operatorCode").equals("hpx"))
        .findFirst()
        .orElseGet(
            () -> owner.create("/api/v1/exchange-connections", CONNECTION).expect(201).json())
        .getString("id");
  }

  /** A real market's auction, in which an organisation takes part once. */
  private String outsideAuction() {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(4).toString();
    return items("/api/v1/outside-auctions?limit=200").stream()
        .map(there -> there.getJsonObject("auction"))
        .filter(there -> there.getString("deliveryDay").equals(day))
        .findFirst()
        .orElseGet(
            () ->
                owner
                    .create(
                        "/api/v1/outside-auctions",
                        "{\"marketCode\":\"gme-mgp\",\"deliveryDay\":\"" + day + "\"}")
                    .expect(201)
                    .json())
        .getString("id");
  }

  /** A sandbox of the simulated exchange with a plant that has a standing bid there. */
  private void openSandbox() {
    JsonObject exchange = owner.create("/api/v1/exchanges", "{}").expect(201).json();
    ids.put("exchange", id(exchange));
    ids.put("exchangeDay", exchange.getString("firstDay"));
    ids.put("event", id(exchange.getJsonObject("nextEvent")));
    String plant =
        owner
            .create(
                "/api/v1/assets",
                fill(
                    """
                    {"name":"Sandbox plant {mark}","type":"thermal","marketCode":"sim-dam",
                     "areaCode":"W2","maxInjectionMw":100,"maxWithdrawalMw":0}
                    """))
            .expect(201)
            .body();
    learn(plant);
    Matcher made = UUID.matcher(plant);
    if (made.find()) {
      ids.put("plant", made.group());
    }
    owner
        .call("PUT", fill("/api/v1/exchanges/{exchange}/standing-bids/{plant}"), standingBidBody())
        .expect(200);
  }

  /** A standing bid of the sandbox's plant. */
  String standingBidBody() {
    return "{\"areaCode\":\"W2\",\"side\":\"sell\",\"points\":[{\"price\":2500,\"quantity\":10}]}";
  }

  /** Ends the sandbox, of which an organisation may have only a few. */
  void endSandbox() {
    String exchange = fill("/api/v1/exchanges/{exchange}");
    Api.Answer there = owner.get(exchange);
    if (there.status() == 200) {
      owner.call("DELETE", exchange, null, "If-Match", there.header("ETag")).expect(204);
    }
  }

  private void trade() {
    ids.put("bid", id(owner.create("/api/v1/bids", bidBody()).expect(201).json()));
    ids.put(
        "template",
        id(
            owner
                .create(
                    "/api/v1/bid-templates",
                    fill("{\"name\":\"Isolation {mark}\",\"bidId\":\"{bid}\"}"))
                .expect(201)
                .json()));
    String bid = fill("/api/v1/bids/{bid}");
    owner
        .call(
            "POST",
            bid + "/submit",
            null,
            "If-Match",
            owner.get(bid).expect(200).header("ETag"),
            "Idempotency-Key",
            java.util.UUID.randomUUID().toString())
        .expect(200);
    JsonObject run = owner.create(fill("/api/v1/auctions/{auction}/runs"), "").expect(202).json();
    ids.put("run", id(run));
    ids.put("job", run.getString("jobId"));
    finish(run.getString("jobId"));
    ids.put(
        "rulePack",
        owner.get(fill("/api/v1/clearing-runs/{run}")).expect(200).json().getString("rulePack"));
    ids.put(
        "replay",
        id(
            owner
                .create(fill("/api/v1/auctions/{auction}/replays"), replayBody())
                .expect(201)
                .json()));
    ids.putAll(SettledDay.settle(this));
    ids.put("contract", id(owner.create("/api/v1/contracts", contractBody()).expect(201).json()));
    ids.put(
        "registration",
        id(owner.create("/api/v1/registrations", registrationBody(2001)).expect(201).json()));
    owned.addAll(
        Stream.of(
                "statement",
                "shadow",
                "dispute",
                "user",
                "site",
                "asset",
                "spareAsset",
                "plant",
                "import",
                "shiftEntry",
                "file",
                "alertRule",
                "riskLimit",
                "connection",
                "outside",
                "auction",
                "bid",
                "template",
                "run",
                "replay",
                "contract",
                "registration",
                "job",
                "exchange",
                "event")
            .map(ids::get)
            .toList());
  }

  /** A replay of the imported auction in which the bid offers less. */
  String replayBody() {
    return fill(
        """
        {"changes":[{"bidId":"{bid}","blocks":[{"block":1,
         "points":[{"price":1,"quantity":50}]}]}]}
        """);
  }

  /** A bid in the imported auction. */
  String bidBody() {
    return fill(
        """
        {"auctionId":"{auction}","assetId":"{asset}","areaCode":"NORD","side":"sell",
         "blocks":[{"block":1,"points":[{"price":1,"quantity":100}]}]}
        """);
  }

  /** A contract of the sandbox's plant. */
  String contractBody() {
    return fill(
        """
        {"kind":"bilateral","reference":"Isolation {mark}","party":"A works","assetId":"{plant}",
         "exchangeId":"{exchange}","side":"sell","validFrom":"{exchangeDay}",
         "validTo":"{exchangeDay}","profile":{"shape":"flat","megawatts":5},"price":3000,
         "currency":"INR"}
        """);
  }

  /** Network access of the sandbox's plant for one year. */
  String registrationBody(int year) {
    return fill(
        """
        {"kind":"network_access","assetId":"{plant}","quantumMw":50,"validFrom":"%1$d-01-01",
         "validTo":"%1$d-12-31"}
        """
            .formatted(year));
  }

  /** A hand-over about the owner's asset. */
  String shiftEntryBody() {
    return fill("{\"kind\":\"handover\",\"text\":\"Watch it.\",\"assetId\":\"{asset}\"}");
  }

  /** A rule about prices, which are everybody's. */
  String alertRuleBody() {
    return "{\"name\":\"High\",\"kind\":\"price\",\"marketCode\":\"gme-mgp\",\"areaCode\":\"NORD\","
        + "\"comparison\":\"above\",\"threshold\":900000,\"channels\":[\"in_app\"]}";
  }

  /** A limit on the owner's asset, far above what is offered. */
  String riskLimitBody() {
    return """
        {"name":"Limit %s","kind":"volume","subject":"asset","assetId":"{asset}",
         "amount":1000000}
        """
        .formatted(Api.unique())
        .transform(this::fill);
  }

  /** An asset at the owner's site. */
  String assetBody() {
    return fill(
        """
        {"siteId":"{site}","name":"Spare {mark}","type":"thermal","marketCode":"gme-mgp",
         "areaCode":"NORD","maxInjectionMw":10,"maxWithdrawalMw":0}
        """);
  }

  /** A reading of the owner's asset. */
  String readingBody() {
    return fill(
        """
        {"readings":[{"startsAt":"{dayStart}","durationMinutes":60,"injectionMwh":3.25}]}
        """);
  }

  /** The same as a file. */
  String readingFile() {
    return fill("asset_id,day,block,injection_mwh,quality\n{asset},{day},1,3.25,\n");
  }

  /** The text with ids of this day for its placeholders. */
  String fill(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(ids.getOrDefault(match.group(1), match.group())));
  }

  /** Notes the id of what the owner made, under a name for {@link #fill}. */
  void name(String name, String id) {
    ids.put(name, id);
    owned.add(id);
  }

  /** Notes the id of what the owner made. */
  void learn(String body) {
    Matcher id = Pattern.compile("^\\{\"id\":\"(" + UUID + ")\"").matcher(body);
    if (id.find()) {
      owned.add(id.group(1));
    }
  }

  /** The owner's ids in {@code body}, apart from those the request itself named. */
  Set<String> leakedIn(String body, String request) {
    Set<String> leaked = new HashSet<>();
    Matcher found = UUID.matcher(body);
    while (found.find()) {
      if (owned.contains(found.group()) && !request.contains(found.group())) {
        leaked.add(found.group());
      }
    }
    return leaked;
  }

  /** Opens the gate again. */
  void reopen() {
    String auction = fill("/api/v1/auctions/{auction}");
    owner
        .call(
            "POST",
            auction + "/reopen",
            null,
            "If-Match",
            owner.get(auction).expect(200).header("ETag"))
        .expect(200);
  }

  /** Watches the job live until it has ended well. */
  void finish(String job) {
    try (Live live = Live.open(Api.tokenOf(OWNER))) {
      live.subscribe("jobs." + job);
      String state = "";
      while (!FINAL.contains(state)) {
        JsonObject message = live.next();
        state =
            message.getString("type").equals("snapshot")
                ? message.getJsonObject("data").getString("state")
                : message.getString("event", message.toString()).replace("job.", "");
      }
      if (!state.equals("succeeded")) {
        throw new AssertionError(owner.get("/api/v1/jobs/" + job).body());
      }
    }
  }

  private List<JsonObject> items(String path) {
    return owner.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static String id(JsonObject thing) {
    return thing.getString("id");
  }
}
