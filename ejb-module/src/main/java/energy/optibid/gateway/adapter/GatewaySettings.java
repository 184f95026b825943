package energy.optibid.gateway.adapter;

import energy.optibid.gateway.domain.HostRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the operator of the installation says about exchanges: {@code optibid.gateway.hosts} (hosts
 * organisations may call although they are not public, comma-separated; none unless given). Drop
 * folders are below {@code <optibid.home>/exchange}.
 */
@ApplicationScoped
public class GatewaySettings {
  private final HostRules hosts;
  private final Path exchangeFolder;

  @Inject
  public GatewaySettings(
      @ConfigProperty(name = "optibid.gateway.hosts") Optional<String> hosts,
      @ConfigProperty(name = "optibid.home") Optional<String> home) {
    this.hosts =
        new HostRules(
            Arrays.stream(hosts.orElse("").split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet()));
    this.exchangeFolder =
        Path.of(home.orElse(System.getProperty("java.io.tmpdir") + "/optibid")).resolve("exchange");
  }

  HostRules hosts() {
    return hosts;
  }

  Path exchangeFolder() {
    return exchangeFolder;
  }
}
