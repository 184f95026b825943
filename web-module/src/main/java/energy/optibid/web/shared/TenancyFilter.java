package energy.optibid.web.shared;

import energy.optibid.shared.Caller;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Binds the caller of the verified token to the thread for the length of the request. */
public class TenancyFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request.getUserPrincipal() instanceof JsonWebToken token)) {
      chain.doFilter(request, response);
      return;
    }
    Caller caller;
    try {
      caller = caller(token);
    } catch (IllegalArgumentException e) {
      ProblemAnswers.send(
          request, response, ProblemCode.UNAUTHENTICATED, "This token names no organisation.");
      return;
    }
    try {
      Tenancy.callAs(
          caller,
          () -> {
            chain.doFilter(request, response);
            return caller;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static Caller caller(JsonWebToken token) {
    Object organization = token.getClaim("org");
    if (organization == null || token.getSubject() == null) {
      throw new IllegalArgumentException("org or sub");
    }
    return new Caller(
        UUID.fromString(token.getSubject()),
        token.getName(),
        OrganizationId.of(organization.toString()),
        token.getGroups());
  }
}
