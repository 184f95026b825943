package energy.optibid.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** JAX-RS's own refusals (404, 405, 406, 415, 401, 403) as problems; the nearest mapper wins. */
@Provider
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {
  @Context HttpServletRequest request;

  @Override
  public Response toResponse(WebApplicationException failure) {
    return ProblemAnswers.of(failure, request.getRequestURI());
  }
}
