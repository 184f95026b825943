package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No organisation sees another: every operation of the live API description, as its row in {@code
 * isolation-matrix.csv} says, called by a rival who knows the owner's ids. The order of the rows is
 * the order of the calls; what destroys comes last.
 */
@Tag("system")
class IsolationIT {
  private static final String MULTIPART = "multipart/form-data; boundary=parts";
  private static final String FILES =
      "--parts\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\ngme\r\n--parts\r\n"
          + "Content-Disposition: form-data; name=\"files\"; filename=\"x.csv\"\r\n"
          + "Content-Type: text/csv\r\n\r\nno,such,header\r\n1,2,3\r\n--parts--\r\n";

  private static final Set<String> CSV_BODIES =
      Set.of(
          "importSchedules",
          "importMeterReadings",
          "importGridData",
          "createShadowSettlement",
          "importContractProfile");

  private final Api rival = Api.as(TradingDay.RIVAL);

  private record Row(
      String operationId, String method, String path, String kind, int owner, String call) {
    String key() {
      return operationId + " " + method + " " + path;
    }

    boolean changes() {
      return !method.equals("GET");
    }
  }

  @Test
  void everyOperation_hasItsRow() throws IOException {
    Set<String> rows = new TreeSet<>();
    matrix().forEach(row -> rows.add(row.key()));
    assertEquals(operations(), rows);
  }

  @Test
  void rival_seesNothingOfTheOwner_onAnyOperation() throws IOException {
    TradingDay day = TradingDay.traded();
    List<String> leaks = new ArrayList<>();
    for (Row row : matrix()) {
      switch (row.kind()) {
        case "public", "shared", "own", "collection", "filter" -> {
          ask(day, row, leaks);
        }
        case "own-id" -> askById(day, row, leaks);
        case "foreign-reference" -> refer(day, row, leaks);
        case "operator" -> refuse(day, row, leaks);
        default -> leaks.add(row.key() + ": no such class " + row.kind());
      }
    }
    assertEquals(List.of(), leaks);
  }

  @Test
  void rival_seesNothingOfTheOwner_onAnyChannel() {
    TradingDay day = TradingDay.traded();
    try (Live live = Live.open(Api.tokenOf(TradingDay.RIVAL))) {
      List<String> channels =
          List.of(
              "bids",
              day.fill("notifications.{user}"),
              "exchanges",
              "market.alerts",
              "auctions.sim-dam",
              "auctions.sim-rtm",
              "market.prices.sim-dam.W2",
              "auctions.gme-mgp",
              "market.prices.gme-mgp.NORD",
              "market.prices.gme-mgp.SUD");
      channels.forEach(live::subscribe);
      channels.forEach(channel -> live.resume(channel, 0));
      live.subscribe(day.fill("jobs.{job}"));
      live.resume(day.fill("jobs.{job}"), 0);
      String first = live.untilPong();
      assertEquals(Set.of(), day.leakedIn(first, day.fill("{job} {user}")), first);
      assertEquals(2, first.split("\"not_found\"[^\n]*jobs\\.", -1).length - 1, first);

      day.reopen();
      day.owner.post(day.fill("/api/v1/exchanges/{exchange}/advance"), "").expect(200);
      day.learn(day.owner.create("/api/v1/bids", day.bidBody()).expect(201).body());
      String later = live.untilPong();
      assertEquals(Set.of(), day.leakedIn(later, day.fill("{job} {user}")), later);
    } finally {
      day.endSandbox();
    }
  }

  private void ask(TradingDay day, Row row, List<String> leaks) {
    if (row.kind().equals("collection")) {
      Answer own = call(day.owner, day, row, null);
      own.expect(row.owner());
      assertFalse(day.leakedIn(own.body(), "").isEmpty(), row.key() + " shows its owner nothing");
    }
    Api caller = row.kind().equals("public") ? Api.anonymous() : rival;
    Answer answer = call(caller, day, row, null);
    if (!row.kind().equals("filter") && answer.status() != row.owner()) {
      leaks.add(row.key() + ": " + answer.status() + " " + answer.body());
    }
    if (answer.status() >= 500) {
      leaks.add(row.key() + ": " + answer.status());
    }
    note(day, row, answer, leaks);
    if (row.kind().equals("filter")) {
      call(day.owner, day, row, null).expect(row.owner());
    }
  }

  private void askById(TradingDay day, Row row, List<String> leaks) {
    for (String ifMatch : new String[] {"", "\"0\"", "*"}) {
      Answer answer = call(rival, day, row, ifMatch);
      if (answer.status() != 404) {
        leaks.add(row.key() + " If-Match " + ifMatch + ": " + answer.status() + answer.body());
      }
      note(day, row, answer, leaks);
    }
    Answer own = call(day.owner, day, row, row.changes() ? etag(day, row) : "");
    own.expect(row.owner());
    day.learn(own.body());
    if (row.operationId().equals("runAuction")) {
      day.finish(own.json().getString("jobId"));
    }
  }

  private void refer(TradingDay day, Row row, List<String> leaks) {
    Answer answer = call(rival, day, row, null);
    if (answer.status() < 400 || answer.status() >= 500) {
      leaks.add(row.key() + ": took a foreign id: " + answer.status() + " " + answer.body());
    }
    note(day, row, answer, leaks);
    Answer own = call(day.owner, day, row, null);
    own.expect(row.owner());
    if (row.operationId().equals("placeStop")) {
      day.name("stop", own.json().getString("id"));
    }
  }

  /** Only the market operator may; neither of the organisations is one. */
  private void refuse(TradingDay day, Row row, List<String> leaks) {
    for (Api caller : List.of(rival, day.owner)) {
      Answer answer = call(caller, day, row, null);
      assertEquals(row.owner(), answer.status(), row.key() + " " + answer.body());
      if (caller == rival) {
        note(day, row, answer, leaks);
      }
    }
  }

  private static void note(TradingDay day, Row row, Answer answer, List<String> leaks) {
    String asked = day.fill(row.call()) + body(day, row);
    for (String id : day.leakedIn(answer.body(), asked)) {
      leaks.add(row.key() + " shows " + id);
    }
  }

  private static Answer call(Api api, TradingDay day, Row row, @Nullable String ifMatch) {
    List<String> headers = new ArrayList<>();
    if (row.method().equals("POST")) {
      headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
    if (ifMatch != null && !ifMatch.isEmpty()) {
      headers.addAll(List.of("If-Match", ifMatch));
    }
    if (row.operationId().equals("importBids")) {
      headers.addAll(List.of("Content-Type", "text/csv"));
    }
    if (row.operationId().equals("createImport")) {
      headers.addAll(List.of("Content-Type", MULTIPART));
    }
    if (row.operationId().equals("uploadFile")) {
      headers.addAll(List.of("Content-Type", UploadedFile.TYPE));
    }
    if (CSV_BODIES.contains(row.operationId())) {
      headers.addAll(List.of("Content-Type", "text/csv"));
    }
    return api.call(
        row.method(), day.fill(row.call()), body(day, row), headers.toArray(String[]::new));
  }

  private static @Nullable String body(TradingDay day, Row row) {
    return switch (row.operationId()) {
      case "login" ->
          "{\"email\":\"analyst@rival.optibid.local\",\"password\":\"%s\"}"
              .formatted(Api.password());
      case "createSite" ->
          "{\"name\":\"%s\",\"marketCode\":\"gme-mgp\",\"areaCode\":\"SUD\"}"
              .formatted(Api.unique());
      case "createAsset", "replaceAsset" -> day.assetBody().replace("Spare", "Own " + Api.unique());
      case "createBid", "amendBid", "validateBid" -> day.bidBody();
      case "cloneBid" -> day.fill("{\"auctionId\":\"{auction}\"}");
      case "copyBids" -> day.fill("{\"auctionId\":\"{auction}\",\"bidIds\":[\"{bid}\"]}");
      case "bulkEditBids" ->
          day.fill("{\"bids\":[{\"id\":\"{bid}\",\"version\":999}],\"priceShift\":1}");
      case "createBidTemplate" -> day.fill("{\"name\":\"New {mark}\",\"bidId\":\"{bid}\"}");
      case "replaceBidTemplate" -> day.fill("{\"name\":\"Other {mark}\"}");
      case "applyBidTemplate" -> day.fill("{\"auctionId\":\"{auction}\"}");
      case "importBids" ->
          day.fill(
              "bid,asset_id,area,side,block,price_1,quantity_1\r\nnew,{asset},NORD,sell,1,1,5\r\n");
      case "rejectBid" -> "{\"reason\":\"too cheap\"}";
      case "replayAuction" -> day.replayBody();
      case "recordMeterReadings" -> day.readingBody();
      case "createImport" -> FILES;
      case "uploadFile" -> UploadedFile.form("own.txt", "own");
      case "linkFile" -> "{\"minutes\":5}";
      case "createContract", "replaceContract" -> day.contractBody();
      case "importContractProfile" -> "block,megawatts\r\n1,five\r\n";
      case "createRegistration" -> day.registrationBody(2002);
      case "replaceRegistration" -> day.registrationBody(2003);
      case "writeShiftEntry" -> day.shiftEntryBody();
      case "createAlertRule", "replaceAlertRule" -> day.alertRuleBody();
      case "createRiskLimit", "replaceRiskLimit" -> day.riskLimitBody();
      case "putApprovalPolicy" -> "{}";
      case "putGateWarnings" -> "{\"minutes\":[30,10,2]}";
      case "putNotificationSettings" -> "{\"timeZone\":\"Europe/Rome\"}";
      case "submitReadyBids" -> "{\"dryRun\":false}";
      case "putNoBidPolicy" -> "{\"action\":\"none\"}";
      case "placeStop" ->
          day.fill("{\"scope\":\"asset\",\"subjectId\":\"{spareAsset}\",\"reason\":\"matrix\"}");
      case "createSandbox", "createExchangeConnection", "joinAuction" -> "{}";
      case "replaceExchangeConnection" -> TradingDay.CONNECTION;
      case "setClock" -> "{\"mode\":\"paused\",\"speed\":10}";
      case "putStandingBid" -> day.standingBidBody();
      case "discardDeadLetter" -> "{\"reason\":\"not mine\"}";
      case "putSettlementTerms" -> SettledDay.TERMS;
      case "importSchedules" -> SettledDay.schedule(day);
      case "importMeterReadings" -> day.readingFile();
      case "importGridData" -> SettledDay.grid(day);
      case "createStatement" -> SettledDay.statement(day);
      case "createShadowSettlement" -> SettledDay.shadow(day);
      case "openDispute" -> SettledDay.dispute(day);
      case "noteDispute", "stepDispute" -> "{\"note\":\"asked again\"}";
      case "simulateHistory" -> "{\"days\":1}";
      case "publishTicks" -> "{\"ticks\":[]}";
      default -> null;
    };
  }

  private static String etag(TradingDay day, Row row) {
    String path = day.fill(row.call());
    String thing =
        switch (row.operationId()) {
          case "putSettlementTerms" -> path;
          case "stepDispute" -> path.substring(0, path.indexOf("/steps/"));
          default -> thing(row, path);
        };
    Answer found = day.owner.get(thing);
    return found.status() == 200 ? found.header("ETag") : "";
  }

  /** What an action is upon: the path before it, and before {@code /approval} and what follows. */
  private static String thing(Row row, String path) {
    int approval = path.indexOf("/approval");
    if (row.call().endsWith("}")) {
      return path;
    }
    return path.substring(0, approval < 0 ? path.lastIndexOf('/') : approval);
  }

  private static Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    JsonObject paths =
        Api.anonymous().get("/openapi?format=JSON").expect(200).json().getJsonObject("paths");
    for (String path : paths.keySet()) {
      for (Map.Entry<String, ?> entry : paths.getJsonObject(path).entrySet()) {
        if (entry.getValue() instanceof JsonObject operation
            && operation.containsKey("operationId")) {
          operations.add(
              operation.getString("operationId")
                  + " "
                  + entry.getKey().toUpperCase(java.util.Locale.ROOT)
                  + " "
                  + path);
        }
      }
    }
    assertTrue(operations.size() > 20, "the description is empty");
    return operations;
  }

  private static List<Row> matrix() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = IsolationIT.class.getResourceAsStream("/isolation-matrix.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", 6);
        rows.add(
            new Row(cells[0], cells[1], cells[2], cells[3], Integer.parseInt(cells[4]), cells[5]));
      }
    }
    return rows;
  }
}
