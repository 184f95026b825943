package energy.optibid.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants to hear of, and how.
 *
 * @param marketCode market of a price or a gate
 * @param areaCode area of a price
 * @param comparison of a price with its threshold
 * @param threshold of a price: currency per MWh; of a limit: percent
 * @param minutes before a gate closes, by the exchange's clock
 * @param dailyAt HH:MM of a daily digest, in the person's time zone
 * @param critical whether it passes quiet hours
 * @param version the entity tag
 */
public record AlertRule(
    UUID id,
    String name,
    AlertKind kind,
    @Nullable String marketCode,
    @Nullable String areaCode,
    @Nullable Comparison comparison,
    @Nullable BigDecimal threshold,
    @Nullable Integer minutes,
    List<Channel> channels,
    Digest digest,
    @Nullable String dailyAt,
    boolean critical,
    boolean enabled,
    Instant createdAt,
    long version) {

  public AlertRule {
    channels = List.copyOf(channels);
  }

  /** On which side of the threshold. */
  public enum Comparison {
    ABOVE,
    BELOW;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How somebody is reached. */
  public enum Channel {
    IN_APP,
    EMAIL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** When e-mail goes out. */
  public enum Digest {
    IMMEDIATELY,
    /** Once an hour, at its full hour. */
    HOURLY,
    DAILY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
