package energy.optibid.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The browser origins that may call us with credentials: {@code optibid.cors.origins}, a list
 * separated by commas, for example {@code http://localhost:3000}. Nothing else is trusted, and
 * there is no wildcard.
 */
@ApplicationScoped
public class Origins {
  private final Set<String> trusted;

  @Inject
  public Origins(@ConfigProperty(name = "optibid.cors.origins") Optional<String> list) {
    trusted =
        Arrays.stream(list.orElse("").split(","))
            .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether pages of {@code origin} may call us. */
  public boolean trusts(String origin) {
    return trusted.contains(origin.toLowerCase(Locale.ROOT));
  }

  /**
   * The same, or the page came from this very server.
   *
   * @param host the request's Host header
   */
  public boolean trusts(String origin, String host) {
    return trusts(origin)
        || origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host);
  }
}
