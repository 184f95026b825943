package energy.optibid.book.domain;

import energy.optibid.book.Registration;
import energy.optibid.book.RegistrationInput;
import energy.optibid.engine.rules.RequiredRegistration;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A record that may be kept: what its kind needs is there, and nothing else. */
public record ValidRegistration(
    RequiredRegistration kind,
    @Nullable String operatorCode,
    @Nullable UUID assetId,
    @Nullable String clientCode,
    @Nullable String portfolioCode,
    @Nullable BigDecimal quantumMw,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable OffsetDateTime asOf,
    String reference,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {
  private static final int LONGEST = 120;

  /**
   * What of the things a record names there is.
   *
   * @param others the records of the kind that count, but for the one that is replaced
   */
  public record Known(
      Predicate<UUID> asset, Predicate<String> operator, Collection<Registration> others) {}

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidRegistration of(RegistrationInput input, Known known) {
    InputFaults faults = new InputFaults();
    RequiredRegistration kind = input.kind();
    if (kind == null) {
      faults.add("/kind", "required", "Say what kind of record it is.");
      faults.throwIfAny("record");
      throw new IllegalStateException("a fault was not thrown");
    }
    boolean ofOperator = kind == RequiredRegistration.CLIENT_CODE || isMargin(kind);
    String operator = ofOperator ? operator(input, known, faults) : null;
    asset(kind, input.assetId(), known, faults);
    String client = null;
    String portfolio = null;
    if (kind == RequiredRegistration.CLIENT_CODE) {
      client = faults.text("/clientCode", input.clientCode(), "Give the member or client code.");
      portfolio = faults.text("/portfolioCode", input.portfolioCode(), "Give the portfolio code.");
    }
    BigDecimal quantum = ofOperator ? null : faults.power("/quantumMw", input.quantumMw());
    BigDecimal amount = null;
    String currency = null;
    OffsetDateTime asOf = null;
    if (isMargin(kind)) {
      amount = faults.money("/amount", input.amount(), "Give the amount.");
      if (amount != null && amount.signum() < 0) {
        faults.add("/amount", "negative", "A margin is not negative.");
      }
      currency = faults.currency("/currency", input.currency());
      asOf = faults.required("/asOf", input.asOf(), "Say when the exchange stated it.");
    }
    LocalDate from = input.validFrom();
    if (from == null && asOf != null) {
      from = asOf.toLocalDate();
    }
    faults.required("/validFrom", from, "Say the first day.");
    faults.period(from, input.validTo());
    String reference = Optional.ofNullable(input.reference()).map(String::strip).orElse("");
    if (reference.length() > LONGEST) {
      faults.add("/reference", "too_long", "At most " + LONGEST + " characters.");
    }
    if (!isMargin(kind) && from != null) {
      overlap(from, input, operator, known, faults);
    }
    faults.throwIfAny("record");
    return new ValidRegistration(
        kind,
        operator,
        ofOperator ? null : input.assetId(),
        client,
        portfolio,
        quantum,
        amount,
        currency,
        asOf,
        reference,
        Objects.requireNonNull(from),
        input.validTo());
  }

  private static boolean isMargin(RequiredRegistration kind) {
    return kind == RequiredRegistration.MARGIN;
  }

  private static String operator(RegistrationInput input, Known known, InputFaults faults) {
    String code = faults.text("/operatorCode", input.operatorCode(), "Name the market operator.");
    if (!code.isEmpty() && !known.operator().test(code)) {
      faults.add("/operatorCode", "unknown_operator", "There is no market operator " + code + ".");
    }
    return code;
  }

  private static void asset(
      RequiredRegistration kind, @Nullable UUID assetId, Known known, InputFaults faults) {
    if (kind == RequiredRegistration.STANDING_CLEARANCE) {
      faults.required("/assetId", assetId, "A standing clearance is of one asset.");
    }
    if (assetId != null && !known.asset().test(assetId)) {
      faults.add("/assetId", "unknown_asset", "There is no such asset.");
    }
  }

  private static void overlap(
      LocalDate from,
      RegistrationInput input,
      @Nullable String operator,
      Known known,
      InputFaults faults) {
    LocalDate to = input.validTo();
    known.others().stream()
        .filter(other -> Objects.equals(other.operatorCode(), operator))
        .filter(other -> operator != null || Objects.equals(other.assetId(), input.assetId()))
        .filter(other -> other.validTo() == null || !other.validTo().isBefore(from))
        .filter(other -> to == null || !other.validFrom().isAfter(to))
        .findFirst()
        .ifPresent(
            other ->
                faults.add(
                    "/validFrom",
                    "overlap",
                    "Another record of this kind holds from %s%s."
                        .formatted(
                            other.validFrom(),
                            other.validTo() == null ? " on" : " to " + other.validTo())));
  }
}
