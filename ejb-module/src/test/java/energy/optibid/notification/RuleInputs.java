package energy.optibid.notification;

import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Comparison;
import energy.optibid.notification.AlertRule.Digest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wanted rules in which only that is said which a test is about; the rest is left out. */
public final class RuleInputs {
  private final @Nullable AlertKind kind;
  private String name = "Rule";
  private @Nullable String marketCode;
  private @Nullable String areaCode;
  private @Nullable Comparison comparison;
  private @Nullable BigDecimal threshold;
  private @Nullable Integer minutes;
  private List<Channel> channels = List.of(Channel.IN_APP);
  private @Nullable Digest digest;
  private @Nullable String dailyAt;
  private @Nullable Boolean critical;
  private @Nullable Boolean enabled;

  private RuleInputs(@Nullable AlertKind kind) {
    this.kind = kind;
  }

  /** A rule of a kind, told in the application. */
  public static RuleInputs of(@Nullable AlertKind kind) {
    return new RuleInputs(kind);
  }

  /** Prices of the market's area above a threshold, told by the channels. */
  public static RuleInputs highPrice(String threshold, Channel... channels) {
    RuleInputs input = of(AlertKind.PRICE).named("High price").market("sim-dam").by(channels);
    input.areaCode = "W2";
    input.comparison = Comparison.ABOVE;
    return input.threshold(threshold);
  }

  /** A gate that closes within minutes, told in the application. */
  public static RuleInputs gate(int minutes) {
    return of(AlertKind.GATE_CLOSING).named("Gate").market("sim-dam").minutes(minutes);
  }

  public RuleInputs named(String said) {
    name = said;
    return this;
  }

  public RuleInputs market(String code) {
    marketCode = code;
    return this;
  }

  public RuleInputs threshold(String decimal) {
    threshold = new BigDecimal(decimal);
    return this;
  }

  public RuleInputs minutes(int before) {
    minutes = before;
    return this;
  }

  public RuleInputs by(Channel... said) {
    channels = List.of(said);
    return this;
  }

  public RuleInputs digest(Digest said) {
    digest = said;
    return this;
  }

  public RuleInputs dailyAt(String time) {
    dailyAt = time;
    return this;
  }

  public RuleInputs critical(boolean said) {
    critical = said;
    return this;
  }

  public RuleInputs enabled(boolean said) {
    enabled = said;
    return this;
  }

  public AlertRuleInput input() {
    return new AlertRuleInput(
        name,
        kind,
        marketCode,
        areaCode,
        comparison,
        threshold,
        minutes,
        channels,
        digest,
        dailyAt,
        critical,
        enabled);
  }
}
