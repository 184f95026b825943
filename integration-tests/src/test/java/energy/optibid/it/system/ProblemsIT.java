package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong is answered as a problem that names the cause and leaks nothing. */
@Tag("system")
class ProblemsIT {
  private static final String LOGIN = "/api/v1/auth/login";

  private final Api trader = Api.as("trader@demo");

  private static void assertProblem(int status, String code, Answer answer) {
    answer.expect(status);
    assertEquals(code, answer.problem(), answer.body());
    JsonObject problem = answer.json();
    assertEquals(status, problem.getInt("status"));
    assertEquals("/api/docs/problems#" + code, problem.getString("type"));
    assertEquals(answer.header("X-Trace-Id"), problem.getString("traceId"));
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  @Test
  void brokenJson_tellsThePosition() {
    Answer answer = Api.anonymous().post(LOGIN, "{\"email\":\n  nonsense}");
    assertProblem(400, "malformed_request", answer);
    assertTrue(answer.json().getString("detail").contains("line 2"), answer.body());
  }

  @Test
  void faultsOfShape_areNamedAllAtOnce() {
    Answer answer = Api.anonymous().post(LOGIN, "{\"email\":7,\"pasword\":\"x\"}");
    assertProblem(400, "malformed_request", answer);
    assertEquals(
        "[\"/email wrong_type\",\"/password required\",\"/pasword unknown_field\"]",
        answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
            .map(fault -> "\"" + fault.getString("field") + " " + fault.getString("code") + "\"")
            .toList()
            .toString()
            .replace(", ", ","));
  }

  /** Each with a key of its own, so that none is the repetition of another. */
  @Test
  void ofThoseWhoMakeTheSameAtOnce_oneDoes_andTheOthersAreToldSo() {
    Api owner = Api.as("owner@rival");
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Kolkata")).plusDays(3);
    Set<Integer> taken = sessions(owner, day);
    int session =
        IntStream.rangeClosed(1, 48).filter(s -> !taken.contains(s)).findFirst().orElseThrow();
    String wish =
        "{\"marketCode\":\"iex-rtm\",\"deliveryDay\":\"%s\",\"session\":%d}"
            .formatted(day, session);
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> owner.create("/api/v1/outside-auctions", wish)))
            .toList();
    List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();
    assertEquals(
        List.of(201, 409, 409, 409), answers.stream().map(Answer::status).sorted().toList());
    answers.stream()
        .filter(answer -> answer.status() == 409)
        .forEach(answer -> assertProblem(409, "conflict", answer));
    assertTrue(sessions(owner, day).contains(session));
  }

  private static Set<Integer> sessions(Api owner, LocalDate day) {
    return owner
        .get("/api/v1/outside-auctions?limit=200")
        .expect(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(item -> item.getJsonObject("auction"))
        .filter(auction -> auction.getString("marketCode").equals("iex-rtm"))
        .filter(auction -> auction.getString("deliveryDay").equals(day.toString()))
        .map(auction -> auction.getInt("session"))
        .collect(Collectors.toSet());
  }

  /** Every operation that changes something, with everything but a body. */
  @Test
  void aRequestWithoutABody_isRefusedOrNeedsNone() {
    Api owner = Api.as("owner@rival");
    JsonObject paths =
        Api.anonymous().get("/openapi?format=JSON").expect(200).json().getJsonObject("paths");
    List<String> failed = new ArrayList<>();
    int asked = 0;
    for (String path : paths.keySet()) {
      for (String method : List.of("POST", "PUT")) {
        if (paths.getJsonObject(path).containsKey(method.toLowerCase(Locale.ROOT))) {
          String known = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
          // it needs no body, and would end the session the other operations are asked with
          Api caller = path.endsWith("/auth/logout") ? Api.anonymous() : owner;
          Answer answer =
              caller.call(
                  method,
                  known,
                  null,
                  "Idempotency-Key",
                  UUID.randomUUID().toString(),
                  "If-Match",
                  "*");
          asked++;
          if (answer.status() >= 500) {
            failed.add(method + " " + path + ": " + answer.status());
          }
        }
      }
    }
    assertEquals(List.of(), failed);
    assertTrue(asked > 50, "asked only " + asked);
  }

  @Test
  void whatTheRouterRefuses() {
    assertProblem(404, "not_found", trader.get("/api/v1/nothing-here"));
    assertProblem(404, "not_found", trader.get("/api/v1/jobs/not-a-uuid"));
    assertProblem(405, "method_not_allowed", trader.call("DELETE", LOGIN, null));
    assertProblem(
        415,
        "unsupported_media_type",
        trader.call("POST", LOGIN, "a=b", "Content-Type", "application/x-www-form-urlencoded"));
    assertProblem(
        406, "not_acceptable", trader.call("GET", "/api/v1/jobs", null, "Accept", "image/png"));
  }

  @Test
  void wrongQueryParameters_areNamed() {
    Answer answer = trader.get("/api/v1/jobs?limit=many");
    assertProblem(400, "malformed_request", answer);
    assertTrue(answer.body().contains("?limit"), answer.body());
    assertProblem(400, "malformed_request", trader.get("/api/v1/jobs?limit=201"));
  }

  @Test
  void queryParametersNobodyReads_areNamed_butNotToStrangers() {
    Answer answer = trader.get("/api/v1/auctions?state=open&state=closed&page=2&limit=5");
    assertProblem(400, "malformed_request", answer);
    assertEquals(
        List.of("?page unknown_parameter", "?state repeated"),
        answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
            .map(fault -> fault.getString("field") + " " + fault.getString("code"))
            .sorted()
            .toList());
    assertProblem(401, "unauthenticated", Api.anonymous().get("/api/v1/jobs?page=2"));
    assertProblem(403, "forbidden", trader.get("/api/v1/operations/dead-letters?page=2"));
  }

  @Test
  void creationWithoutIdempotencyKey_namesTheHeader() {
    Answer answer = trader.post("/api/v1/sites", "{}");
    assertProblem(400, "malformed_request", answer);
    assertTrue(answer.json().getString("detail").contains("Idempotency-Key"), answer.body());
  }

  @Test
  void sameKey_answersTheSame_andRefusesAnotherRequest() {
    String key = UUID.randomUUID().toString();
    String site =
        "{\"name\":\"%s\",\"marketCode\":\"gme-mgp\",\"areaCode\":\"NORD\"}".formatted(key);
    Answer first = trader.post("/api/v1/sites", site, "Idempotency-Key", key).expect(201);
    Answer again = trader.post("/api/v1/sites", site, "Idempotency-Key", key).expect(201);
    assertEquals(first.body(), again.body());
    assertEquals(first.header("Location"), again.header("Location"));
    assertProblem(
        422,
        "idempotency_mismatch",
        trader.post("/api/v1/sites", site.replace("NORD", "SUD"), "Idempotency-Key", key));
  }

  @Test
  void changeWithoutOrWithOldIfMatch_andNotFoundComesFirst() {
    String assets = "/api/v1/assets";
    String id =
        trader
            .get(assets)
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("id");
    assertProblem(428, "precondition_required", trader.call("DELETE", assets + "/" + id, null));
    assertProblem(
        412,
        "precondition_failed",
        trader.call("DELETE", assets + "/" + id, null, "If-Match", "\"987654\""));
    assertProblem(404, "not_found", trader.call("DELETE", assets + "/" + UUID.randomUUID(), null));
  }

  @Test
  void tooLargeBody_isRefused() {
    assertProblem(
        413, "too_large", Api.anonymous().post(LOGIN, "{\"email\":\"" + "x".repeat(1 << 21)));
  }

  @Test
  void everyProblemType_isExplained() {
    String page = Api.anonymous().get("/api/docs/problems").expect(200).body();
    for (String code : new String[] {"not_found", "gate_closed", "method_not_allowed"}) {
      assertTrue(page.contains("id=\"" + code + "\""), code);
    }
  }
}
