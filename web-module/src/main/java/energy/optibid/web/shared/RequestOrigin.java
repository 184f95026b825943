package energy.optibid.web.shared;

import energy.optibid.shared.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a request came from, as the audit trail keeps it. */
@ApplicationScoped
public class RequestOrigin {
  private static final int LONGEST_USER_AGENT = 300;

  private final ClientAddress addresses;

  @Inject
  public RequestOrigin(ClientAddress addresses) {
    this.addresses = addresses;
  }

  /**
   * Reads it off a request.
   *
   * @param session the signed-in session; null where there is none
   */
  public Origin of(HttpServletRequest request, @Nullable UUID session) {
    return new Origin(session, addresses.of(request), userAgent(request));
  }

  private static @Nullable String userAgent(HttpServletRequest request) {
    String name = request.getHeader("User-Agent");
    if (name == null) {
      return null;
    }
    String printable = name.replaceAll("\\p{Cntrl}", " ");
    return printable.length() > LONGEST_USER_AGENT
        ? printable.substring(0, LONGEST_USER_AGENT)
        : printable;
  }
}
