package energy.optibid.notification.domain;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Comparison;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.AlertRuleInput;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule that can be kept: it has what its kind needs and nothing that means nothing to it. */
public record ValidRule(
    String name,
    AlertKind kind,
    @Nullable String marketCode,
    @Nullable String areaCode,
    @Nullable Comparison comparison,
    @Nullable BigDecimal threshold,
    @Nullable Integer minutes,
    Set<Channel> channels,
    Digest digest,
    @Nullable LocalTime dailyAt,
    boolean critical,
    boolean enabled) {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_MINUTES = 24 * 60;
  private static final int DECIMALS = 4;
  private static final BigDecimal LARGEST_PRICE = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(100);
  private static final BigDecimal USUAL_PERCENT = BigDecimal.valueOf(80);

  /** Which markets and areas there are. */
  public interface Places {
    boolean hasMarket(String code);

    boolean hasArea(String market, String code);
  }

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidRule of(AlertRuleInput input, Places places) {
    List<Fault> faults = new ArrayList<>();
    String name = input.name() == null ? "" : input.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(new Fault("/name", "length", "Give it a name of at most 80 characters."));
    }
    AlertKind kind = input.kind();
    if (kind == null) {
      faults.add(new Fault("/kind", "required", "Say what the rule waits for."));
    } else if (kind.isForEverybody()) {
      faults.add(
          new Fault("/kind", "everybody", "Every member is told of this; it needs no rule."));
    } else {
      judge(kind, input, places, faults);
    }
    List<Channel> channels = input.channels() == null ? List.of() : input.channels();
    if (channels.isEmpty()) {
      faults.add(new Fault("/channels", "required", "Say how to reach you."));
    }
    Digest digest = input.digest() == null ? Digest.IMMEDIATELY : input.digest();
    LocalTime dailyAt = WallTime.read("/dailyAt", input.dailyAt(), faults);
    if ((digest == Digest.DAILY) != (input.dailyAt() != null)) {
      faults.add(
          digest == Digest.DAILY
              ? new Fault("/dailyAt", "required", "Say at what time of day.")
              : new Fault("/dailyAt", "digest", "Only a daily digest has a time of day."));
    }
    if (!faults.isEmpty() || kind == null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The rule has " + faults.size() + (faults.size() == 1 ? " fault." : " faults."),
          faults);
    }
    BigDecimal threshold =
        kind == AlertKind.LIMIT_USED && input.threshold() == null
            ? USUAL_PERCENT
            : input.threshold();
    return new ValidRule(
        name,
        kind,
        input.marketCode(),
        input.areaCode(),
        input.comparison(),
        threshold,
        input.minutes(),
        Set.copyOf(channels),
        digest,
        dailyAt,
        Boolean.TRUE.equals(input.critical()),
        !Boolean.FALSE.equals(input.enabled()));
  }

  private static void judge(
      AlertKind kind, AlertRuleInput input, Places places, List<Fault> faults) {
    boolean price = kind == AlertKind.PRICE;
    boolean gate = kind == AlertKind.GATE_CLOSING;
    boolean limit = kind == AlertKind.LIMIT_USED;
    presence("/marketCode", price || gate, input.marketCode(), faults);
    presence("/areaCode", price, input.areaCode(), faults);
    presence("/comparison", price, input.comparison(), faults);
    presence("/minutes", gate, input.minutes(), faults);
    if (price || !limit) {
      presence("/threshold", price, input.threshold(), faults);
    }
    place(input, places, faults);
    BigDecimal threshold = input.threshold();
    if (threshold != null && (price || limit)) {
      BigDecimal largest = price ? LARGEST_PRICE : LARGEST_PERCENT;
      boolean bearable =
          price
              ? threshold.abs().compareTo(largest) <= 0
              : threshold.signum() > 0 && threshold.compareTo(largest) <= 0;
      if (!bearable) {
        faults.add(
            new Fault(
                "/threshold",
                "range",
                price
                    ? "Must be between -1,000,000 and 1,000,000 per MWh."
                    : "Must be above 0 and at most 100 percent."));
      } else if (threshold.stripTrailingZeros().scale() > DECIMALS) {
        faults.add(new Fault("/threshold", "scale", "At most four decimals."));
      }
    }
    Integer minutes = input.minutes();
    if (gate && minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
      faults.add(new Fault("/minutes", "range", "Must be from 1 to 1,440 minutes."));
    }
  }

  private static void presence(
      String field, boolean wanted, @Nullable Object value, List<Fault> faults) {
    if (wanted && value == null) {
      faults.add(new Fault(field, "required", "A rule of this kind needs it."));
    } else if (!wanted && value != null) {
      faults.add(new Fault(field, "kind", "It means nothing to a rule of this kind."));
    }
  }

  private static void place(AlertRuleInput input, Places places, List<Fault> faults) {
    String market = input.marketCode();
    String area = input.areaCode();
    if (market == null) {
      return;
    }
    if (!places.hasMarket(market)) {
      faults.add(new Fault("/marketCode", "unknown", "There is no such market."));
    } else if (area != null && !places.hasArea(market, area)) {
      faults.add(new Fault("/areaCode", "unknown", "The market has no such area."));
    }
  }
}
