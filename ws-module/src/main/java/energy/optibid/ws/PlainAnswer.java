package energy.optibid.ws;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says to a plain HTTP call that a WebSocket lives here. Being mapped to everything, it also keeps
 * the container from redirecting {@code /ws} to {@code /ws/}, which no browser's socket follows.
 */
@WebServlet(urlPatterns = "/*", asyncSupported = true)
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
