package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.operations.Draining;
import jakarta.servlet.ServletException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnderWayFilterTest {
  private final Draining draining = new Draining();
  private final UnderWayFilter filter = new UnderWayFilter(draining);
  private final ServletCall call = new ServletCall("GET", "/api/v1/bids", null);

  @Test
  void request_isUnderWayUntilItIsAnswered() throws Exception {
    filter.doFilter(
        call.request,
        call.response,
        (request, response) -> assertEquals(1, underWayWhenEnding(), "while it is answered"));
    assertEquals(0, underWayWhenEnding());
  }

  @Test
  void failure_isAnAnswerToo() throws Exception {
    assertThrows(
        ServletException.class,
        () ->
            filter.doFilter(
                call.request,
                call.response,
                (request, response) -> {
                  throw new ServletException("no");
                }));
    assertEquals(0, underWayWhenEnding());
  }

  @Test
  void nodeThatEnds_refusesSoThatAnotherCanAnswer() throws Exception {
    draining.close(Duration.ZERO);
    filter.doFilter(call.request, call.response, call.chain);
    assertFalse(call.passed);
    assertEquals(503, call.status);
    assertEquals("1", call.headers.get("Retry-After"));
    assertTrue(call.body().contains("\"code\":\"unavailable\""), call.body());
    assertEquals(0, underWayWhenEnding());
  }

  private int underWayWhenEnding() {
    try {
      return draining.close(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
