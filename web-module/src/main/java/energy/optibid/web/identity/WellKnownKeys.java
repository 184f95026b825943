package energy.optibid.web.identity;

import energy.optibid.identity.TokenVerifier;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public keys where others look for them first. */
@WebServlet("/.well-known/jwks.json")
public class WellKnownKeys extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TokenVerifier keys;

  @Inject
  public WellKnownKeys(TokenVerifier keys) {
    this.keys = keys;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.getWriter().write(keys.jwks());
  }
}
