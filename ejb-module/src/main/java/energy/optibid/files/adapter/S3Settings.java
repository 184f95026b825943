package energy.optibid.files.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The object store: {@code optibid.s3.bucket} (without it files lie in a folder), {@code endpoint}
 * (Amazon's unless given), {@code region}, {@code access-key} and {@code secret-key} (where there
 * is no key: the usual places of Amazon's SDK, such as the machine's role), {@code path-style}
 * (true where an endpoint is given) and {@code prefix} of all names.
 */
@ApplicationScoped
public class S3Settings {
  private final Optional<String> bucket;
  private final Optional<URI> endpoint;
  private final String region;
  private final Optional<String> accessKey;
  private final String secretKey;
  private final boolean pathStyle;
  private final String prefix;

  @Inject
  public S3Settings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  S3Settings(Function<String, Optional<String>> config) {
    bucket = text(config, "bucket");
    endpoint = text(config, "endpoint").map(URI::create);
    region = text(config, "region").orElse("us-east-1");
    accessKey = text(config, "access-key");
    secretKey = text(config, "secret-key").orElse("");
    pathStyle = text(config, "path-style").map(Boolean::valueOf).orElse(endpoint.isPresent());
    prefix = text(config, "prefix").orElse("files/");
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.s3." + name).filter(value -> !value.isBlank());
  }

  boolean isOn() {
    return bucket.isPresent();
  }

  String bucket() {
    return bucket.orElseThrow();
  }

  Optional<URI> endpoint() {
    return endpoint;
  }

  String region() {
    return region;
  }

  Optional<String> accessKey() {
    return accessKey;
  }

  String secretKey() {
    return secretKey;
  }

  boolean pathStyle() {
    return pathStyle;
  }

  String prefix() {
    return prefix;
  }
}
