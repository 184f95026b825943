package energy.optibid.redis.adapter;

import energy.optibid.redis.domain.RedisAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Redis: {@code optibid.redis.url} (see {@link RedisAddress}; without it there is no Redis), {@code
 * timeout} (what one call may cost a request, ISO 8601, 250 ms unless given), {@code
 * connect-timeout} (for finding Sentinels' master or a Cluster's nodes, 5 s), {@code connections}
 * (16), {@code prefix} of all keys and channels ({@code optibid:}) and {@code trust-file} (PEM, the
 * authorities that sign its certificate; the JVM's unless given).
 */
@ApplicationScoped
public class RedisSettings {
  private final Optional<RedisAddress> address;
  private final Duration timeout;
  private final Duration connectTimeout;
  private final int connections;
  private final String prefix;
  private final Optional<Path> trustFile;

  @Inject
  public RedisSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  RedisSettings(Function<String, Optional<String>> config) {
    address = text(config, "url").map(RedisAddress::parse);
    timeout = text(config, "timeout").map(Duration::parse).orElse(Duration.ofMillis(250));
    connectTimeout =
        text(config, "connect-timeout").map(Duration::parse).orElse(Duration.ofSeconds(5));
    connections = text(config, "connections").map(Integer::valueOf).orElse(16);
    prefix = text(config, "prefix").orElse("optibid:");
    trustFile = text(config, "trust-file").map(Path::of);
    if (timeout.toMillis() < 2 || connectTimeout.toMillis() < 2 || connections < 2) {
      throw new IllegalArgumentException(
          "optibid.redis.timeout and connect-timeout must be at least PT0.002S, connections at"
              + " least 2.");
    }
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.redis." + name).filter(value -> !value.isBlank());
  }

  boolean isOn() {
    return address.isPresent();
  }

  RedisAddress address() {
    return address.orElseThrow();
  }

  Duration timeout() {
    return timeout;
  }

  Duration connectTimeout() {
    return connectTimeout;
  }

  int connections() {
    return connections;
  }

  String prefix() {
    return prefix;
  }

  Optional<Path> trustFile() {
    return trustFile;
  }
}
