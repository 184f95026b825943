package energy.optibid.book.domain;

import energy.optibid.assets.Asset;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.Contract;
import energy.optibid.book.ContractInput;
import energy.optibid.book.ContractProfile;
import energy.optibid.book.ContractProfile.Shape;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A contract that may be kept: an own asset can do it, and every figure is sound. */
public record ValidContract(
    Contract.Kind kind,
    String reference,
    String party,
    UUID assetId,
    @Nullable UUID exchangeId,
    BidSide side,
    LocalDate validFrom,
    LocalDate validTo,
    ContractProfile profile,
    BigDecimal price,
    String currency) {
  /** Quarter hours of an ordinary day. */
  static final int QUARTERS = 96;

  /** What of the things a contract names is the caller's. */
  public record Known(Function<UUID, Optional<Asset>> asset, Predicate<UUID> exchange) {}

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidContract of(ContractInput input, Known known) {
    InputFaults faults = new InputFaults();
    Contract.Kind kind =
        faults.required("/kind", input.kind(), "A contract is long-term or bilateral.");
    String reference = faults.text("/reference", input.reference(), "Give it a reference.");
    String party = faults.text("/party", input.party(), "Name the other party.");
    UUID assetId = faults.required("/assetId", input.assetId(), "Say which asset it is of.");
    Asset asset = assetId == null ? null : known.asset().apply(assetId).orElse(null);
    if (assetId != null && asset == null) {
      faults.add("/assetId", "unknown_asset", "There is no such asset.");
    }
    UUID exchangeId = input.exchangeId();
    if (exchangeId != null && !known.exchange().test(exchangeId)) {
      faults.add("/exchangeId", "unknown_exchange", "There is no such exchange.");
    }
    BidSide side = faults.required("/side", input.side(), "A contract sells or buys.");
    LocalDate from = faults.required("/validFrom", input.validFrom(), "Say the first day.");
    LocalDate to = faults.required("/validTo", input.validTo(), "Say the last day.");
    faults.period(from, to);
    ContractProfile profile = new ProfileRules(faults).check(input.profile());
    BigDecimal most = most(profile);
    if (asset != null && side != null) {
      BigDecimal limit = side == BidSide.SELL ? asset.maxInjectionMw() : asset.maxWithdrawalMw();
      if (most.compareTo(limit) > 0) {
        faults.add(
            "/profile",
            "capability",
            "%s can %s at most %s MW; the profile reaches %s MW."
                .formatted(
                    asset.name(),
                    side == BidSide.SELL ? "sell" : "buy",
                    Overselling.plain(limit),
                    Overselling.plain(most)));
      }
    }
    BigDecimal price = faults.money("/price", input.price(), "Give the price per MWh.");
    String currency = faults.currency("/currency", input.currency());
    faults.throwIfAny("contract");
    return new ValidContract(
        Objects.requireNonNull(kind),
        reference,
        party,
        Objects.requireNonNull(assetId),
        exchangeId,
        Objects.requireNonNull(side),
        Objects.requireNonNull(from),
        Objects.requireNonNull(to),
        profile,
        Objects.requireNonNull(price),
        currency);
  }

  private static BigDecimal most(ContractProfile profile) {
    return IntStream.range(0, QUARTERS)
        .mapToObj(quarter -> megawatts(profile, quarter))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** The power of a profile on the quarter hours of a day. */
  public static PowerSeries power(ContractProfile profile, BookGrid grid) {
    return new PowerSeries(
        IntStream.range(0, grid.size())
            .mapToObj(index -> megawatts(profile, grid.clockQuarter(index)))
            .toList());
  }

  private static BigDecimal megawatts(ContractProfile profile, int quarter) {
    BigDecimal megawatts = Optional.ofNullable(profile.megawatts()).orElse(BigDecimal.ZERO);
    return switch (profile.shape()) {
      case FLAT -> megawatts;
      case PEAK ->
          quarter >= ProfileRules.quarter(profile.from()).orElse(QUARTERS)
                  && quarter < ProfileRules.quarter(profile.to()).orElse(0)
              ? megawatts
              : BigDecimal.ZERO;
      case BLOCKS ->
          quarter < profile.blocks().size() ? profile.blocks().get(quarter) : BigDecimal.ZERO;
    };
  }

  /** The contract as an input with another profile. */
  public static ContractInput with(Contract contract, List<BigDecimal> blocks) {
    return new ContractInput(
        contract.kind(),
        contract.reference(),
        contract.party(),
        contract.assetId(),
        contract.exchangeId(),
        contract.side(),
        contract.validFrom(),
        contract.validTo(),
        new ContractProfile.Input(Shape.BLOCKS, null, null, null, blocks),
        contract.price(),
        contract.currency());
  }
}
