package energy.optibid.web.shared;

import energy.optibid.ratelimit.Allowance;
import energy.optibid.ratelimit.RateLimits;
import energy.optibid.ratelimit.RequestClass;
import energy.optibid.ratelimit.Requester;
import energy.optibid.shared.ProblemCode;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Says on every answer of the API how many requests are left, and 429 when there are none: per
 * person who is signed in, else per address; signing in always per address. The status of the
 * installation is not limited.
 */
public class RateLimitFilter extends HttpFilter {
  /** Header: requests within the window. */
  public static final String LIMIT = "RateLimit-Limit";

  /** Header: how many are left. */
  public static final String REMAINING = "RateLimit-Remaining";

  /** Header: seconds until all are there again. */
  public static final String RESET = "RateLimit-Reset";

  private static final long serialVersionUID = 1L;

  private static final String AUTH = ApiApplication.PATH + "/auth/";
  private static final String STATUS = ApiApplication.PATH + "/status";

  private final transient RateLimits limits;
  private final transient ClientAddress addresses;

  @Inject
  public RateLimitFilter(RateLimits limits, ClientAddress addresses) {
    this.limits = limits;
    this.addresses = addresses;
  }

  /** Whether requests to that path of the API are counted. */
  public static boolean limits(String path) {
    return !path.equals(STATUS);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Allowance> found = limits(request.getRequestURI()) ? take(request) : Optional.empty();
    if (found.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Allowance allowance = found.get();
    response.setHeader(LIMIT, Long.toString(allowance.limit()));
    response.setHeader(REMAINING, Long.toString(allowance.remaining()));
    response.setHeader(RESET, Long.toString(seconds(allowance.reset())));
    if (allowance.allowed()) {
      chain.doFilter(request, response);
      return;
    }
    long wait = Math.max(1, seconds(allowance.retryAfter()));
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    ProblemAnswers.send(
        request,
        response,
        ProblemCode.RATE_LIMITED,
        "Too many requests. Wait %d s and try again.".formatted(wait));
  }

  private Optional<Allowance> take(HttpServletRequest request) {
    RequestClass requests = classOf(request);
    if (requests != RequestClass.AUTH
        && request.getUserPrincipal() instanceof JsonWebToken token
        && token.getSubject() != null) {
      return limits.take(requests, Requester.user(UUID.fromString(token.getSubject())));
    }
    return limits.take(requests, Requester.address(addresses.of(request)));
  }

  private static RequestClass classOf(HttpServletRequest request) {
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      return RequestClass.READS;
    }
    if (request.getRequestURI().startsWith(AUTH)) {
      return RequestClass.AUTH;
    }
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/")
        ? RequestClass.UPLOADS
        : RequestClass.WRITES;
  }

  private static long seconds(Duration duration) {
    return (duration.toMillis() + 999) / 1000;
  }
}
