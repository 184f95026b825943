package energy.optibid.web.shared;

import energy.optibid.identity.RevokedSessions;
import energy.optibid.shared.Caller;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.Tenancy;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Binds the caller of the verified token to the thread for the length of the request; a token of a
 * session that has ended is refused.
 */
public class TenancyFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient RequestOrigin origins;
  private final transient RevokedSessions revoked;

  @Inject
  public TenancyFilter(RequestOrigin origins, RevokedSessions revoked) {
    this.origins = origins;
    this.revoked = revoked;
  }

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
      caller = caller(token, request);
    } catch (IllegalArgumentException e) {
      ProblemAnswers.send(
          request, response, ProblemCode.UNAUTHENTICATED, "This token names no organisation.");
      return;
    }
    if (revoked.isRevoked(caller.origin().session())) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      ProblemAnswers.send(
          request, response, ProblemCode.UNAUTHENTICATED, "The session has ended. Sign in again.");
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

  private Caller caller(JsonWebToken token, HttpServletRequest request) {
    Object organization = token.getClaim("org");
    if (organization == null || token.getSubject() == null) {
      throw new IllegalArgumentException("org or sub");
    }
    return new Caller(
        UUID.fromString(token.getSubject()),
        token.getName(),
        OrganizationId.of(organization.toString()),
        token.getGroups(),
        origins.of(request, session(token)));
  }

  /** Tokens from before sessions were named in them have none. */
  private static @Nullable UUID session(JsonWebToken token) {
    Object session = token.getClaim("sid");
    return session == null ? null : UUID.fromString(session.toString());
  }
}
