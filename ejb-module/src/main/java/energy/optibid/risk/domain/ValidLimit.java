package energy.optibid.risk.domain;

import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitSubject;
import energy.optibid.risk.RiskLimitInput;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A limit that can be kept: it has what its kind and its subject need and nothing else. */
public record ValidLimit(
    String name,
    LimitKind kind,
    LimitSubject subject,
    @Nullable UUID traderId,
    @Nullable UUID assetId,
    @Nullable String marketCode,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable BigDecimal lowestPrice,
    @Nullable BigDecimal highestPrice,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean enabled) {
  private static final int LONGEST_NAME = 80;
  private static final BigDecimal LARGEST_PRICE = BigDecimal.valueOf(1_000_000);
  private static final int PRICE_DECIMALS = 4;

  /** Who and what a limit may be about. */
  public interface Subjects {
    boolean hasTrader(UUID id);

    boolean hasAsset(UUID id);

    /** Currency of a market; empty if there is no such market. */
    Optional<String> currencyOf(String marketCode);
  }

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidLimit of(RiskLimitInput input, Subjects subjects) {
    List<Fault> faults = new ArrayList<>();
    String name = input.name() == null ? "" : input.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(new Fault("/name", "length", "Give it a name of at most 80 characters."));
    }
    LimitKind kind = input.kind();
    if (kind == null) {
      faults.add(new Fault("/kind", "required", "Say what the limit measures."));
    } else {
      measure(kind, input, faults);
    }
    LimitSubject subject = input.subject();
    if (subject == null) {
      faults.add(new Fault("/subject", "required", "Say whose bids the limit adds up."));
    } else {
      judge(subject, input, subjects, faults);
    }
    LocalDate from = input.validFrom();
    LocalDate to = input.validTo();
    if (from != null && to != null && to.isBefore(from)) {
      faults.add(new Fault("/validTo", "range", "Must not be before the first day."));
    }
    if (!faults.isEmpty() || kind == null || subject == null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The limit has " + faults.size() + (faults.size() == 1 ? " fault." : " faults."),
          faults);
    }
    return new ValidLimit(
        name,
        kind,
        subject,
        input.traderId(),
        input.assetId(),
        input.marketCode(),
        input.amount(),
        input.currency(),
        input.lowestPrice(),
        input.highestPrice(),
        from,
        to,
        !Boolean.FALSE.equals(input.enabled()));
  }

  private static void measure(LimitKind kind, RiskLimitInput input, List<Fault> faults) {
    boolean collar = kind == LimitKind.PRICE_COLLAR;
    presence("/amount", !collar, input.amount(), "kind", faults);
    if (!collar && input.amount() != null) {
      Amounts.judge("/amount", input.amount(), faults);
    }
    presence("/currency", kind.hasCurrency(), input.currency(), "kind", faults);
    if (kind.hasCurrency() && input.currency() != null) {
      Amounts.currency("/currency", input.currency(), faults);
    }
    BigDecimal lowest = input.lowestPrice();
    BigDecimal highest = input.highestPrice();
    if (!collar) {
      presence("/lowestPrice", false, lowest, "kind", faults);
      presence("/highestPrice", false, highest, "kind", faults);
      return;
    }
    price("/lowestPrice", lowest, faults);
    price("/highestPrice", highest, faults);
    if (lowest == null && highest == null) {
      faults.add(new Fault("/highestPrice", "required", "A collar has at least one end."));
    } else if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
      faults.add(new Fault("/highestPrice", "range", "Must not be below the lowest price."));
    }
  }

  private static void price(String field, @Nullable BigDecimal price, List<Fault> faults) {
    if (price == null) {
      return;
    }
    if (price.abs().compareTo(LARGEST_PRICE) > 0) {
      faults.add(new Fault(field, "range", "Must be between -1,000,000 and 1,000,000 per MWh."));
    } else if (price.stripTrailingZeros().scale() > PRICE_DECIMALS) {
      faults.add(new Fault(field, "scale", "At most four decimals."));
    }
  }

  private static void judge(
      LimitSubject subject, RiskLimitInput input, Subjects subjects, List<Fault> faults) {
    UUID trader = input.traderId();
    UUID asset = input.assetId();
    String market = input.marketCode();
    presence("/traderId", subject == LimitSubject.TRADER, trader, "subject", faults);
    presence("/assetId", subject == LimitSubject.ASSET, asset, "subject", faults);
    presence("/marketCode", subject == LimitSubject.MARKET, market, "subject", faults);
    if (subject == LimitSubject.TRADER && trader != null && !subjects.hasTrader(trader)) {
      faults.add(new Fault("/traderId", "unknown", "There is no such person here."));
    }
    if (subject == LimitSubject.ASSET && asset != null && !subjects.hasAsset(asset)) {
      faults.add(new Fault("/assetId", "unknown", "There is no such asset."));
    }
    if (subject == LimitSubject.MARKET && market != null) {
      Optional<String> currency = subjects.currencyOf(market);
      if (currency.isEmpty()) {
        faults.add(new Fault("/marketCode", "unknown", "There is no such market."));
      } else if (input.currency() != null && !currency.get().equals(input.currency())) {
        faults.add(
            new Fault("/currency", "market", "The market's prices are in " + currency.get() + "."));
      }
    }
  }

  private static void presence(
      String field, boolean wanted, @Nullable Object value, String why, List<Fault> faults) {
    if (wanted && value == null) {
      faults.add(new Fault(field, "required", "A limit of this " + why + " needs it."));
    } else if (!wanted && value != null) {
      faults.add(new Fault(field, why, "It means nothing to a limit of this " + why + "."));
    }
  }
}
