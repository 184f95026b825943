package energy.optibid.web.operations;

import energy.optibid.shared.ProblemCode;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every problem code with what it means and the way out: where a problem's {@code type} leads. */
@WebServlet("/docs/problems")
public class ProblemsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringBuilder page = new StringBuilder(4096);
    page.append(
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <title>OptiBid: problems</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/api/docs/docs.css"></head><body><main>
        <h1>Problems</h1>
        <p>Errors are answered as <code>application/problem+json</code> (RFC 9457). Quote the
        <code>traceId</code> to support. <a href="/api/docs">API reference</a></p>
        """);
    for (ProblemCode code : ProblemCode.values()) {
      section(page, code.slug(), code.httpStatus(), code.title(), explanation(code));
    }
    section(
        page,
        "method_not_allowed",
        405,
        "Method not allowed",
        "The address exists but takes other methods; the Allow header lists them.");
    section(
        page,
        "not_acceptable",
        406,
        "Not acceptable",
        "The Accept header asks for a media type this answer does not have; ask for"
            + " application/json.");
    page.append("</main></body></html>");
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(page.toString());
  }

  private static void section(
      StringBuilder page, String slug, int status, String title, String explanation) {
    page.append("<section id=\"").append(slug).append("\"><h2><code>").append(slug);
    page.append("</code> <small>").append(status).append("</small></h2><p><strong>");
    page.append(title).append(".</strong> ").append(explanation).append("</p></section>\n");
  }

  private static String explanation(ProblemCode code) {
    return switch (code) {
      case VALIDATION_FAILED ->
          "The request is well formed, but its values break a rule. Every fault is in errors, by"
              + " JSON pointer, code and sentence; correct them all and send it again.";
      case MALFORMED_REQUEST ->
          "JSON that does not parse (line and column are told), an unknown or missing field, a"
              + " wrong type, a wrong query parameter, or a missing Idempotency-Key.";
      case UNAUTHENTICATED ->
          "No access token, or one that is expired or not ours. Refresh it or sign in again.";
      case FORBIDDEN ->
          "You are signed in, but your role lacks the permission that the API reference names"
              + " for this operation.";
      case NOT_FOUND ->
          "There is no such thing, or it belongs to another organisation; the two are never told"
              + " apart.";
      case CONFLICT -> "The change contradicts what is there. Read it again and decide anew.";
      case GATE_CLOSED ->
          "The auction's gate has closed: bids can no longer be entered, changed or withdrawn.";
      case ILLEGAL_TRANSITION ->
          "The thing is in a state in which this cannot be done; detail names the state.";
      case PRECONDITION_FAILED ->
          "Somebody changed it after you read it: If-Match names an older version. Read it again.";
      case TOO_LARGE -> "The body is larger than this operation takes; detail names the limit.";
      case UNSUPPORTED_MEDIA_TYPE ->
          "The body's Content-Type is not taken here; mostly it is application/json.";
      case IDEMPOTENCY_MISMATCH ->
          "This Idempotency-Key was used before with another request. Use a new one for a new"
              + " thing.";
      case LOCKED_OUT ->
          "Five failed attempts to sign in lock the account for 15 minutes; Retry-After tells"
              + " how many seconds are left.";
      case PRECONDITION_REQUIRED ->
          "A change of an existing thing needs If-Match with the ETag you read it with.";
      case RATE_LIMITED -> "Too many requests; wait for the seconds in Retry-After.";
      case INTERNAL -> "Our fault. The trace id leads us to the cause in the log.";
      case UNAVAILABLE -> "A service this needs does not answer right now; try again later.";
    };
  }
}
