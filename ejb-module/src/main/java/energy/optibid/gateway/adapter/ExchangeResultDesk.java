package energy.optibid.gateway.adapter;

import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeAward.Status;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.gateway.domain.Reconciliation;
import energy.optibid.gateway.domain.Reconciliation.Awarded;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.ResultStore;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sha256;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Notes what exchanges awarded, once per revision, and what of it cannot be. */
@ApplicationScoped
@Typed({ExchangeAwards.class, ExchangeResultDesk.class})
@InTransaction
public class ExchangeResultDesk implements ExchangeAwards {
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
  private static final int ENERGY_DECIMALS = 9;

  private final ResultStore store;
  private final MessageStore messages;
  private final Auctions auctions;
  private final OutsideProgress progress;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public ExchangeResultDesk(
      ResultStore store,
      MessageStore messages,
      Auctions auctions,
      OutsideProgress progress,
      Outbox outbox,
      Clock clock) {
    this.store = store;
    this.messages = messages;
    this.auctions = auctions;
    this.progress = progress;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Notes a result; the same again changes nothing, another one under the same revision is a fault.
   *
   * @param subject where it came from, for people
   * @return whether it was new
   */
  public boolean note(UUID connectionId, String subject, ResultFile result) {
    String digest = Sha256.hex(result.toString());
    Instant readAt = clock.instant();
    Optional<UUID> begun = store.begin(connectionId, result, digest, readAt);
    if (begun.isEmpty()) {
      if (!store.digestOf(connectionId, result).equals(digest)) {
        messages.fault(
            connectionId,
            "changed_revision",
            subject,
            "Revision " + result.revision() + " was read before and said something else.",
            clock.instant());
      }
      return false;
    }
    Reconciliation reconciliation =
        Reconciliation.of(
            result,
            reference -> messages.holdOrder(connectionId, reference),
            store.held(connectionId, result.marketCode(), result.deliveryDay()),
            clock.instant());
    Map<UUID, List<ExchangeAward>> byBid = new TreeMap<>();
    Map<UUID, List<ExchangeAward>> byAuction = new TreeMap<>();
    for (Awarded awarded : reconciliation.awards()) {
      ExchangeAward award = award(awarded, result.revision());
      store.add(begun.get(), awarded.order().submissionId(), award);
      byBid.computeIfAbsent(award.bidId(), bid -> new ArrayList<>()).add(award);
      byAuction.computeIfAbsent(award.auctionId(), auction -> new ArrayList<>()).add(award);
      if (!store.isHeld(awarded.order().submissionId()) && award.awardedMw().signum() > 0) {
        messages.fault(
            connectionId,
            "not_held",
            awarded.order().reference(),
            "The exchange awards an order that is not there any more as far as we know.",
            clock.instant());
      }
    }
    for (Reconciliation.Difference fault : reconciliation.faults()) {
      messages.fault(
          connectionId, fault.code(), fault.reference(), fault.message(), clock.instant());
    }
    byBid.values().forEach(this::tell);
    // an auction with an order the result says too little of has none yet
    reconciliation.open().forEach(order -> byAuction.remove(store.auctionOf(order.id())));
    byAuction.forEach(
        (auction, awards) -> {
          boolean isFinal = awards.stream().noneMatch(isProvisional());
          if (progress.moveOn(auction, result.revision(), readAt, isFinal)) {
            messages.fault(
                connectionId,
                "revised_after_settlement",
                subject,
                "Revision "
                    + result.revision()
                    + " awards otherwise than the final statement of the day says; calculate that"
                    + " statement again.",
                clock.instant());
          }
        });
    return true;
  }

  private static Predicate<ExchangeAward> isProvisional() {
    return award -> award.status() == Status.PROVISIONAL;
  }

  private ExchangeAward award(Awarded awarded, int revision) {
    Auction auction = auctions.require(store.auctionOf(awarded.order().id()));
    JsonObject order = JsonText.object(awarded.order().body());
    BigDecimal energy =
        awarded
            .line()
            .awardedMw()
            .multiply(BigDecimal.valueOf(auction.blockMinutes()))
            .divide(MINUTES, ENERGY_DECIMALS, RoundingMode.UNNECESSARY)
            .stripTrailingZeros();
    return new ExchangeAward(
        auction.id(),
        awarded.order().bidId(),
        store.assetOf(awarded.order().submissionId()),
        order.getString("area"),
        order.getString("side"),
        awarded.line().block(),
        awarded.line().blockOrder(),
        auction
            .day()
            .block(awarded.line().block())
            .start()
            .atZone(auction.day().zone())
            .toOffsetDateTime(),
        awarded.offeredMw(),
        awarded.line().awardedMw(),
        energy,
        awarded.line().price(),
        auction.currency(),
        revision,
        awarded.line().status());
  }

  /** One event per bid, once its result is no longer provisional. */
  private void tell(List<ExchangeAward> awards) {
    if (awards.stream().anyMatch(isProvisional())) {
      return;
    }
    ExchangeAward first = awards.get(0);
    BigDecimal energy =
        awards.stream().map(ExchangeAward::awardedMwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount =
        awards.stream().map(ExchangeAward::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    outbox.append(
        new DomainEvent(
            "bids",
            Tenancy.require().organization(),
            "award",
            first.bidId(),
            first.revision(),
            "award.published",
            Json.createObjectBuilder()
                .add("bidId", first.bidId().toString())
                .add("auctionId", first.auctionId().toString())
                .add("assetId", first.assetId().toString())
                .add("awardedMwh", energy)
                .add("amount", amount)
                .add("currency", first.currency())
                .build()));
  }

  @Override
  public Page<ExchangeAward> ofAuction(UUID auctionId, @Nullable String cursor, int limit) {
    UUID known = auctions.require(auctionId).id();
    int offset = cursor == null ? 0 : offset(cursor);
    List<ExchangeAward> found = store.ofAuction(known, offset, limit + 1);
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), Integer.toString(offset + limit))
        : new Page<>(found, null);
  }

  @Override
  public List<ExchangeAward> ofAuction(UUID auctionId) {
    return store.ofAuction(auctions.require(auctionId).id(), 0, Integer.MAX_VALUE);
  }

  @Override
  public List<DeliveryAward> ofDays(LocalDate from, LocalDate to) {
    return store.ofDays(from, to);
  }

  @Override
  public List<AwaitedResult> awaited(LocalDate from, LocalDate to) {
    return store.awaited(from, to);
  }

  private static int offset(String cursor) {
    if (!cursor.matches("\\d{1,7}")) {
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "This cursor is not one of ours.");
    }
    return Integer.parseInt(cursor);
  }
}
