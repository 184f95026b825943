package energy.optibid.web.operations;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The API reference at {@code /api/docs} itself, without a redirect to the folder. */
@WebServlet("/docs")
public class ReferencePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    // beside this page, wherever that lies: the module is also part of a larger WAR
    request.getRequestDispatcher("docs/index.html").forward(request, response);
  }
}
