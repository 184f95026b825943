package energy.optibid.web.shared;

import energy.optibid.operations.Draining;
import energy.optibid.shared.ProblemCode;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * Tells of requests from their arrival to their answer, so that a node ends after them; one that
 * comes too late gets 503, and a load balancer may send it elsewhere.
 */
public class UnderWayFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String ENDING =
      "This server is about to end, and nothing of this was done. Try again.";

  private final transient Draining draining;

  @Inject
  public UnderWayFilter(Draining draining) {
    this.draining = draining;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!draining.enter()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      ProblemAnswers.send(request, response, ProblemCode.UNAVAILABLE, ENDING);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      draining.leave();
    }
  }
}
