package energy.optibid.tracking.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tracking server: {@code optibid.mlflow.url}, without which none is asked. */
@ApplicationScoped
public class MlflowSettings {
  private final Optional<URI> url;

  @Inject
  public MlflowSettings(@ConfigProperty(name = "optibid.mlflow.url") Optional<String> url) {
    this.url =
        url.filter(text -> !text.isBlank()).map(text -> URI.create(text.replaceFirst("/+$", "")));
  }

  boolean isOn() {
    return url.isPresent();
  }

  /** Without a slash at the end. */
  URI url() {
    return url.orElseThrow();
  }
}
