package energy.optibid.ws;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says to a plain HTTP call that a WebSocket lives here. The module's context root is that of the
 * server, because Payara redirects a bare context root {@code /ws} to {@code /ws/}, and no
 * browser's socket follows that.
 */
@WebServlet(urlPatterns = LiveEndpoint.PATH, asyncSupported = true)
public class PlainAnswer extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int UPGRADE_REQUIRED = 426;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(UPGRADE_REQUIRED);
    response.setHeader("Upgrade", "websocket");
    response.setContentType("text/plain");
    response.getWriter().write("This is a WebSocket.\n");
  }
}
