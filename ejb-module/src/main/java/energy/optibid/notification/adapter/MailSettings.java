package energy.optibid.notification.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The mail server: {@code optibid.smtp.host} (without it no e-mail is sent), {@code port} (25, 587
 * or 465 by {@code tls}), {@code user}, {@code password}, {@code tls} ({@code none}, {@code
 * starttls} unless given, {@code tls}) and {@code from}.
 */
@ApplicationScoped
public class MailSettings {
  private final Optional<String> host;
  private final int port;
  private final Optional<String> user;
  private final String password;
  private final Tls tls;
  private final String from;

  /** How the connection is protected. */
  enum Tls {
    NONE(25),
    /** Begins in the clear and must go over to TLS before anything is said. */
    STARTTLS(587),
    TLS(465);

    private final int usualPort;

    Tls(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  @Inject
  public MailSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  MailSettings(Function<String, Optional<String>> config) {
    host = text(config, "host");
    tls =
        text(config, "tls")
            .map(word -> Tls.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Tls.STARTTLS);
    port = text(config, "port").map(Integer::valueOf).orElse(tls.usualPort);
    user = text(config, "user");
    password = text(config, "password").orElse("");
    from = text(config, "from").orElse("optibid@localhost");
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.smtp." + name).filter(value -> !value.isBlank());
  }

  boolean isOn() {
    return host.isPresent();
  }

  String host() {
    return host.orElseThrow();
  }

  int port() {
    return port;
  }

  Optional<String> user() {
    return user;
  }

  String password() {
    return password;
  }

  Tls tls() {
    return tls;
  }

  String from() {
    return from;
  }
}
