package energy.optibid.ws;

import energy.optibid.identity.RevokedSessions;
import energy.optibid.identity.TokenVerifier;
import energy.optibid.identity.TokenVerifier.Verified;
import energy.optibid.shared.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Lets a handshake pass that offers the subprotocols {@code bearer, <jwt>} with a valid token (or
 * has it in the Authorization header, for clients that are no browser); answers 401 to others. The
 * session then knows its caller as the principal.
 */
@WebFilter(urlPatterns = LiveEndpoint.PATH, asyncSupported = true)
public class BearerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String REFUSED =
      "{\"type\":\"/api/docs/problems#unauthenticated\",\"title\":\"Sign in first\",\"status\":401,"
          + "\"detail\":\"Offer the subprotocols bearer and a valid access token.\","
          + "\"code\":\"unauthenticated\"}";

  private final transient TokenVerifier tokens;
  private final transient RevokedSessions revoked;

  @Inject
  public BearerFilter(TokenVerifier tokens, RevokedSessions revoked) {
    this.tokens = tokens;
    this.revoked = revoked;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String token = token(request);
    Verified verified = token == null ? null : verified(token);
    if (verified == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", "Bearer");
      response.setContentType("application/problem+json");
      response.getWriter().write(REFUSED);
      return;
    }
    chain.doFilter(new Handshake(request, new BearerPrincipal(verified)), response);
  }

  /** The request with its caller. */
  private static final class Handshake extends HttpServletRequestWrapper {
    private final Principal principal;

    Handshake(HttpServletRequest request, Principal principal) {
      super(request);
      this.principal = principal;
    }

    @Override
    public Principal getUserPrincipal() {
      return principal;
    }
  }

  private @Nullable Verified verified(String token) {
    try {
      Verified verified = tokens.verify(token);
      return revoked.isRevoked(verified.session()) ? null : verified;
    } catch (ProblemException e) {
      return null;
    }
  }

  private static @Nullable String token(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith("Bearer ")) {
      return authorization.substring("Bearer ".length());
    }
    boolean bearer = false;
    Enumeration<String> offers = request.getHeaders("Sec-WebSocket-Protocol");
    while (offers.hasMoreElements()) {
      for (String offer : offers.nextElement().split(",", 8)) {
        if (bearer) {
          return offer.strip();
        }
        bearer = offer.strip().equals("bearer");
      }
    }
    return null;
  }
}
