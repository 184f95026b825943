package energy.optibid.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one way out for a failed call: a problem answer. */
@Provider
public class AnyFailureMapper implements ExceptionMapper<Throwable> {
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    return ProblemAnswers.of(failure, request.getRequestURI());
  }
}
