package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.ratelimit.Allowance;
import energy.optibid.ratelimit.RequestClass;
import energy.optibid.ratelimit.Requester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitFilterTest {
  private final List<String> counted = new ArrayList<>();

  private ServletCall filter(boolean allowed, String method, String path, @Nullable String type)
      throws Exception {
    RateLimitFilter filter =
        new RateLimitFilter(
            (RequestClass requests, Requester requester) -> {
              counted.add(requests + " " + requester.key());
              return Optional.of(
                  new Allowance(
                      allowed,
                      10,
                      allowed ? 4 : 0,
                      Duration.ofMillis(1_200),
                      Duration.ofSeconds(30)));
            },
            new ClientAddress(Optional.empty()));
    ServletCall call = new ServletCall(method, path, type);
    filter.doFilter(call.request, call.response, call.chain);
    return call;
  }

  @Test
  void whatIsAllowed_goesOn_andSaysWhatIsLeft() throws Exception {
    ServletCall call = filter(true, "GET", "/api/v1/prices", null);
    assertTrue(call.passed);
    assertEquals(
        Map.of("RateLimit-Limit", "10", "RateLimit-Remaining", "4", "RateLimit-Reset", "30"),
        call.headers);
  }

  @Test
  void whatIsNot_isAProblemThatSaysHowLongToWait() throws Exception {
    ServletCall call = filter(false, "POST", "/api/v1/bids", "application/json");
    assertFalse(call.passed);
    assertEquals(429, call.status);
    assertEquals("2", call.headers.get("Retry-After"));
    String problem = call.body();
    assertTrue(problem.contains("\"code\":\"rate_limited\"") && problem.contains("2 s"), problem);
  }

  @Test
  void requestsAreCountedByWhatTheyDo() throws Exception {
    filter(true, "GET", "/api/v1/auth/me", null);
    filter(true, "POST", "/api/v1/auth/login", "application/json");
    filter(true, "DELETE", "/api/v1/bids/1", null);
    filter(true, "POST", "/api/v1/imports", "multipart/form-data; boundary=x");
    assertEquals(
        List.of(
            "READS address:203.0.113.7",
            "AUTH address:203.0.113.7",
            "WRITES address:203.0.113.7",
            "UPLOADS address:203.0.113.7"),
        counted);
  }

  @Test
  void statusOfTheInstallation_isNotCounted() throws Exception {
    assertTrue(filter(false, "GET", "/api/v1/status", null).passed);
    assertEquals(List.of(), counted);
  }
}
