package energy.optibid.web.identity;

import energy.optibid.identity.Tokens;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.web.shared.ApiApplication;
import energy.optibid.web.shared.Origins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The browser's refresh token: httpOnly, SameSite=Strict, valid for the auth path alone, Secure on
 * HTTPS. Its name carries the instance id ({@code optibid.instance.id}), so that two installations
 * on one host do not fight. Where it is used the Origin must be one we trust.
 */
@ApplicationScoped
public class RefreshCookie {
  private final String name;
  private final Origins origins;

  @Inject
  public RefreshCookie(
      @ConfigProperty(name = "optibid.instance.id", defaultValue = "local") String instance,
      Origins origins) {
    this.name = "optibid_refresh_" + instance.replaceAll("[^A-Za-z0-9-]", "");
    this.origins = origins;
  }

  /** Set-Cookie with the new refresh token. */
  String holding(Tokens tokens, HttpServletRequest request) {
    return header(tokens.refreshToken(), tokens.refreshLifetime().toSeconds(), request);
  }

  /** Set-Cookie that makes the browser forget it. */
  String cleared(HttpServletRequest request) {
    return header("", 0, request);
  }

  /**
   * The refresh token in the request's cookie, or null.
   *
   * @throws ProblemException forbidden when a page of a foreign origin made the browser send it
   */
  @Nullable String of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        if (origin != null && !origins.trusts(origin, host == null ? "" : host)) {
          throw new ProblemException(
              ProblemCode.FORBIDDEN, "Pages of this origin may not use the session.");
        }
        return cookie.getValue();
      }
    }
    return null;
  }

  private String header(String value, long seconds, HttpServletRequest request) {
    return name
        + "="
        + value
        + "; Path="
        + ApiApplication.PATH
        + "/auth; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (request.isSecure() ? "; Secure" : "");
  }
}
