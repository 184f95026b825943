package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions over HTTP, as a program and as a browser hold them. */
@Tag("system")
class SignInIT {
  private static final String AUTH = "/api/v1/auth";

  private static String credentials(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }

  private static Answer login(String login, String... headers) {
    String body = credentials(login + ".optibid.local", Api.password());
    return Api.anonymous().post(AUTH + "/login", body, headers).expect(200);
  }

  @Test
  void program_getsRefreshTokenInBody_andRotatesIt() {
    JsonObject first = login("analyst@demo").json();
    assertEquals("Bearer", first.getString("token_type"));
    JsonObject second = refresh(first.getString("refresh_token")).expect(200).json();
    assertFalse(second.getString("refresh_token").equals(first.getString("refresh_token")));
    Answer me = Api.withToken(second.getString("access_token")).get(AUTH + "/me").expect(200);
    assertEquals("analyst", me.json().getString("role"));
  }

  private static Answer refresh(String token) {
    return Api.anonymous().post(AUTH + "/refresh", "{\"refresh_token\":\"%s\"}".formatted(token));
  }

  @Test
  void browser_getsCookieOnly_andForeignOriginCannotUseIt() {
    String origin = Api.url();
    Answer answer = login("viewer@demo", "Origin", origin);
    assertFalse(answer.json().containsKey("refresh_token"));
    String cookie = answer.header("Set-Cookie");
    assertTrue(cookie.startsWith("optibid_refresh_"), cookie);
    for (String part : List.of("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth;")) {
      assertTrue(cookie.contains(part), cookie);
    }
    String pair = cookie.substring(0, cookie.indexOf(';'));
    Api anonymous = Api.anonymous();
    assertEquals(
        403,
        anonymous
            .call("POST", AUTH + "/refresh", null, "Cookie", pair, "Origin", "https://evil.example")
            .status());
    anonymous.call("POST", AUTH + "/refresh", null, "Cookie", pair, "Origin", origin).expect(200);
  }

  @Test
  void logout_endsTheSession() {
    String token =
        login("auditor@demo".replace("auditor", "admin")).json().getString("refresh_token");
    Api.anonymous()
        .post(AUTH + "/logout", "{\"refresh_token\":\"%s\"}".formatted(token))
        .expect(204);
    assertEquals("unauthenticated", refresh(token).expect(401).problem());
  }

  @Test
  void logoutWithTheAccessTokenAlone_endsItsSession() {
    JsonObject tokens = login("analyst@demo").json();
    Api signedIn = Api.withToken(tokens.getString("access_token"));
    signedIn.post(AUTH + "/logout", "").expect(204);
    assertEquals("unauthenticated", signedIn.get(AUTH + "/me").expect(401).problem());
    assertEquals(
        "unauthenticated", refresh(tokens.getString("refresh_token")).expect(401).problem());
  }

  @Test
  void afterLogout_theAccessTokenIsRefusedToo_andOpenSocketsEnd() {
    JsonObject tokens = login("analyst@demo").json();
    String access = tokens.getString("access_token");
    Api.withToken(access).get(AUTH + "/me").expect(200);
    try (Live live = Live.open(access)) {
      live.untilPong();
      Api.anonymous()
          .post(
              AUTH + "/logout",
              "{\"refresh_token\":\"%s\"}".formatted(tokens.getString("refresh_token")))
          .expect(204);
      assertEquals(4401, live.closeCode());
    }
    assertEquals("unauthenticated", Api.withToken(access).get(AUTH + "/me").expect(401).problem());
    CompletionException refused =
        assertThrows(CompletionException.class, () -> Live.open(access).close());
    assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
    Api.withToken(login("analyst@demo").json().getString("access_token"))
        .get(AUTH + "/me")
        .expect(200);
  }

  @Test
  void everyAnswer_saysHowManyRequestsAreLeft() {
    Api trader = Api.as("trader@demo");
    long left = Long.parseLong(trader.get(AUTH + "/me").expect(200).header("RateLimit-Remaining"));
    Answer next = trader.get(AUTH + "/me").expect(200);
    assertTrue(Long.parseLong(next.header("RateLimit-Remaining")) < left);
    assertTrue(Long.parseLong(next.header("RateLimit-Limit")) > left);
    assertTrue(Long.parseLong(next.header("RateLimit-Reset")) > 0);
  }

  @Test
  void unknownUserAndWrongPassword_soundTheSame() {
    Answer unknown =
        Api.anonymous().post(AUTH + "/login", credentials("nobody@nowhere.example", "x"));
    Answer wrong =
        Api.anonymous().post(AUTH + "/login", credentials("analyst@rival.optibid.local", "x"));
    assertEquals(
        unknown.expect(401).json().getString("detail"),
        wrong.expect(401).json().getString("detail"));
  }

  @Test
  void tokenThatIsNoGood_isAProblemAlsoForBrowsers() {
    Answer answer =
        Api.withToken("abc.def.ghi")
            .call("GET", "/api/v1/jobs", null, "Origin", "http://localhost");
    assertEquals("unauthenticated", answer.expect(401).problem());
  }

  @Test
  void role_decidesWhatMayBeCalled() {
    assertEquals("forbidden", Api.as("viewer@demo").get("/api/v1/audit").expect(403).problem());
    Api.as("owner@demo").get("/api/v1/audit").expect(200);
  }

  @Test
  void keys_arePublished() {
    String keys = Api.anonymous().get("/.well-known/jwks.json").expect(200).body();
    assertTrue(keys.contains("\"kty\":\"RSA\"") && !keys.contains("\"d\":"), keys);
    assertEquals(keys, Api.anonymous().get(AUTH + "/jwks").expect(200).body());
  }
}
