package energy.optibid.ws;

import energy.optibid.identity.TokenVerifier;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The public keys where others look for them first: at the server's root, which is ours. */
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
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.getWriter().write(keys.jwks());
  }
}
