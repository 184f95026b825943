package energy.optibid.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address a request came from. {@code X-Forwarded-For} is believed as far as the proxies in
 * {@code optibid.http.trusted-proxies} wrote it: read from its end, the first address that is none
 * of them is the client's; what stands before it the client may have made up.
 */
@ApplicationScoped
public class ClientAddress {
  private static final String ADDRESS = "[0-9a-fA-F.:]{2,45}";

  private final Set<String> proxies;

  @Inject
  public ClientAddress(
      @ConfigProperty(name = "optibid.http.trusted-proxies") Optional<String> list) {
    proxies =
        Arrays.stream(list.orElse("").split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** As text, IPv4 or IPv6. */
  public String of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  String of(String peer, List<String> forwardedFor) {
    String[] hops = String.join(",", forwardedFor).split(",");
    String address = peer;
    for (int i = hops.length - 1; i >= 0 && proxies.contains(address); i--) {
      String hop = hops[i].strip();
      if (!hop.matches(ADDRESS)) {
        break;
      }
      address = hop;
    }
    return address;
  }
}
