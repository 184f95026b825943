package energy.optibid.web.shared;

import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into a problem answer; causes go to the log, under the trace id only. */
public final class ProblemAnswers {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The page that explains every code. */
  public static final String EXPLANATIONS = "/api/docs/problems";

  private static final Logger LOG = Logger.getLogger(ProblemAnswers.class.getName());
  private static final int DEEPEST_CAUSE = 12;

  private static final String INTERNAL =
      "Something failed on our side. Quote the trace id to support.";
  private static final String LOST =
      "Somebody did the same at the same moment, and nothing of this was done. Read it again.";

  private static final String UNREACHABLE =
      "The database cannot be reached or is overloaded. Try again in a moment; what creates, with"
          + " the same Idempotency-Key.";
  private static final int RETRY_SECONDS = 2;

  private ProblemAnswers() {}

  /** The answer for {@code failure}, raised while {@code path} was called. */
  public static Response of(Throwable failure, String path) {
    ProblemException refused = within(failure, ProblemException.class);
    if (refused != null) {
      Response.ResponseBuilder builder = Response.status(refused.code().httpStatus());
      refused
          .retryAfter()
          .ifPresent(wait -> builder.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
      Problem problem = problem(refused.code(), refused.detail(), refused.faults(), path);
      return answer(builder, refused.gate().map(problem::tooLate).orElse(problem));
    }
    WebApplicationException web = within(failure, WebApplicationException.class);
    if (web != null && web.getResponse().getStatus() < 500) {
      return ofWeb(web.getResponse(), path);
    }
    DatabaseException database = within(failure, DatabaseException.class);
    if (database != null && (database.isDuplicate() || database.lostToAnother())) {
      LOG.log(Level.WARNING, failure, () -> "trace " + TraceId.current() + " at " + path);
      return answer(
          Response.status(ProblemCode.CONFLICT.httpStatus()),
          problem(ProblemCode.CONFLICT, LOST, List.of(), path));
    }
    if (DatabaseException.isUnreachable(failure)) {
      LOG.log(Level.WARNING, failure, () -> "trace " + TraceId.current() + " at " + path);
      return answer(
          Response.status(ProblemCode.UNAVAILABLE.httpStatus())
              .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS),
          problem(ProblemCode.UNAVAILABLE, UNREACHABLE, List.of(), path));
    }
    LOG.log(Level.SEVERE, failure, () -> "trace " + TraceId.current() + " at " + path);
    return answer(
        Response.status(ProblemCode.INTERNAL.httpStatus()),
        problem(ProblemCode.INTERNAL, INTERNAL, List.of(), path));
  }

  /** The problem of {@code code} as a value, for answers written outside JAX-RS. */
  public static Problem problem(
      ProblemCode code, @Nullable String detail, List<Fault> faults, String path) {
    return new Problem(
        typeOf(code.slug()),
        code.title(),
        code.httpStatus(),
        detail,
        path,
        code.slug(),
        TraceId.current(),
        null,
        null,
        faults.isEmpty() ? null : faults);
  }

  /** Answers with a problem where no JAX-RS is at work: in servlet filters. */
  public static void send(
      HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail)
      throws IOException {
    send(response, problem(code, detail, List.of(), request.getRequestURI()));
  }

  static void send(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = JsonText.of(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The problem for a bare HTTP status, as the container or JAX-RS gives it. */
  static Problem problem(int status, String path) {
    ProblemCode code =
        switch (status) {
          case 401 -> ProblemCode.UNAUTHENTICATED;
          case 403 -> ProblemCode.FORBIDDEN;
          case 404 -> ProblemCode.NOT_FOUND;
          case 413 -> ProblemCode.TOO_LARGE;
          case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
          default -> status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL;
        };
    String detail =
        switch (status) {
          case 401 -> "A valid bearer token is needed.";
          case 403 -> "Your role does not have the permission for this.";
          case 404 -> "There is nothing here, or it is not yours to see.";
          case 405 -> "This address does not take this method.";
          case 406 -> "The answer is not available in the media type asked for.";
          case 415 -> "The body's media type is not taken here.";
          default -> status < 500 ? "The request cannot be understood." : INTERNAL;
        };
    Problem problem = problem(code, detail, List.of(), path);
    return switch (status) {
      case 405 -> renamed(problem, status, "method_not_allowed", "Method not allowed");
      case 406 -> renamed(problem, status, "not_acceptable", "Not acceptable");
      default -> problem;
    };
  }

  private static Problem renamed(Problem problem, int status, String slug, String title) {
    return new Problem(
        typeOf(slug),
        title,
        status,
        problem.detail(),
        problem.instance(),
        slug,
        problem.traceId(),
        null,
        null,
        null);
  }

  private static Response ofWeb(Response refused, String path) {
    Problem problem = problem(refused.getStatus(), path);
    Response.ResponseBuilder builder = Response.status(problem.status());
    String allow = refused.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      builder.header(HttpHeaders.ALLOW, allow);
    }
    if (problem.status() == 401) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer(builder, problem);
  }

  private static Response answer(Response.ResponseBuilder builder, Problem problem) {
    return builder.type(MEDIA_TYPE).entity(JsonText.of(problem)).build();
  }

  private static String typeOf(String slug) {
    return EXPLANATIONS + "#" + slug;
  }

  private static <T extends Throwable> @Nullable T within(Throwable failure, Class<T> wanted) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++) {
      if (wanted.isInstance(at)) {
        return wanted.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
