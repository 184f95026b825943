package energy.optibid.market.domain;

import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.shared.GateClosure;
import energy.optibid.shared.NullableUuid;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auction's way from its gate to its money. Every step is a method, and a step the present state
 * does not allow is refused by name.
 */
@Entity(name = "Auction")
@Table(name = "auction")
public class AuctionLifecycle {
  @Id private UUID id;

  @Column(name = "organization_id", updatable = false)
  @Convert(converter = NullableUuid.class)
  private @Nullable UUID organizationId;

  @Column(name = "exchange_id", updatable = false)
  @Convert(converter = NullableUuid.class)
  private @Nullable UUID exchangeId;

  @Column(name = "market_code", updatable = false)
  private String marketCode;

  @Column(name = "delivery_day", updatable = false)
  private LocalDate deliveryDay;

  @Column(name = "session", updatable = false)
  private int session;

  @Column(name = "scope", updatable = false)
  @Convert(converter = AuctionColumns.Scope.class)
  private AuctionScope scope;

  @Column(name = "clock", updatable = false)
  @Convert(converter = AuctionColumns.Clock.class)
  private AuctionClock clock;

  @Column(name = "state")
  @Convert(converter = AuctionColumns.State.class)
  private AuctionState state;

  @Column(name = "gate_opens_at")
  private OffsetDateTime gateOpensAt;

  @Column(name = "gate_closes_at")
  private OffsetDateTime gateClosesAt;

  @Column(name = "clears_at")
  private @Nullable OffsetDateTime clearsAt;

  @Column(name = "publishes_at")
  private @Nullable OffsetDateTime publishesAt;

  @Column(name = "time_zone", updatable = false)
  private String timeZone;

  @Column(name = "currency", updatable = false)
  private String currency;

  @Column(name = "block_minutes", updatable = false)
  private int blockMinutes;

  @Column(name = "first_block", updatable = false)
  private int firstBlock;

  @Column(name = "block_count", updatable = false)
  private int blockCount;

  @Column(name = "areas", updatable = false)
  @Convert(converter = AuctionColumns.Codes.class)
  private List<String> areas;

  @Column(name = "import_id", updatable = false)
  @Convert(converter = NullableUuid.class)
  private @Nullable UUID importId;

  @Column(name = "latest_run_id")
  @Convert(converter = NullableUuid.class)
  private @Nullable UUID latestRunId;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway") // JPA fills the fields
  protected AuctionLifecycle() {}

  /** An auction as somebody described it, with the state it has now. */
  public AuctionLifecycle(Auction auction) {
    id = auction.id();
    organizationId = auction.organizationId();
    exchangeId = auction.exchangeId();
    marketCode = auction.marketCode();
    deliveryDay = auction.deliveryDay();
    session = auction.session();
    scope = auction.scope();
    clock = auction.clock();
    state = auction.state();
    gateOpensAt = auction.gateOpensAt();
    gateClosesAt = auction.gateClosesAt();
    clearsAt = auction.clearsAt();
    publishesAt = auction.publishesAt();
    timeZone = auction.timeZone();
    currency = auction.currency();
    blockMinutes = auction.blockMinutes();
    firstBlock = auction.firstBlock();
    blockCount = auction.blockCount();
    areas = auction.areas();
    importId = auction.importId();
    latestRunId = auction.latestRunId();
    version = auction.version();
  }

  /** Scheduled → open. */
  public void openGate() {
    move("open the gate", AuctionState.OPEN, EnumSet.of(AuctionState.SCHEDULED));
  }

  /** Open → closed. */
  public void closeGate() {
    move("close the gate", AuctionState.CLOSED, EnumSet.of(AuctionState.OPEN));
  }

  /** Closed → cleared, by a run that has finished. */
  public void markCleared(UUID runId) {
    move("mark as cleared", AuctionState.CLEARED, EnumSet.of(AuctionState.CLOSED));
    latestRunId = runId;
  }

  /** Closed → cleared, by the provisional result of the exchange outside that holds it: no run. */
  public void clearOutside() {
    if (!view().isHeldOutside()) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "Cannot take a result from outside: this auction is cleared here.");
    }
    move("take a result from outside", AuctionState.CLEARED, EnumSet.of(AuctionState.CLOSED));
  }

  /** Cleared → published. */
  public void publish() {
    move("publish", AuctionState.PUBLISHED, EnumSet.of(AuctionState.CLEARED));
  }

  /** Published → settled: what was awarded has been settled as money. */
  public void settle() {
    move("settle", AuctionState.SETTLED, EnumSet.of(AuctionState.PUBLISHED));
  }

  /**
   * Settled → published, where the exchange outside that holds it awarded otherwise afterwards: it
   * waits for a statement that says so.
   */
  public void revise() {
    if (!view().isHeldOutside()) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "Cannot revise: no exchange outside holds this auction.");
    }
    move("revise", AuctionState.PUBLISHED, EnumSet.of(AuctionState.SETTLED));
  }

  /** Back to open for a rerun; in a sandbox nobody else is affected. */
  public void reopen() {
    if (scope != AuctionScope.SANDBOX) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "Only a sandbox can be reopened; this auction is everybody's.");
    }
    move(
        "reopen",
        AuctionState.OPEN,
        EnumSet.of(AuctionState.CLOSED, AuctionState.CLEARED, AuctionState.PUBLISHED));
  }

  /** Whether its clock is a simulated exchange's own and its gate is not open any more. */
  public boolean isClosedByItsExchange() {
    return clock == AuctionClock.ACCELERATED
        && state != AuctionState.OPEN
        && state != AuctionState.SCHEDULED;
  }

  public @Nullable UUID exchangeId() {
    return exchangeId;
  }

  /**
   * Refuses with {@code gate_closed} unless bids are taken at that moment, and says by how much it
   * is too late.
   *
   * @param now by the clock that closes this gate; it tells nothing of an imported day, whose gate
   *     a person closes
   */
  public void requireOpenGate(Instant now) {
    boolean closedByTime = clock == AuctionClock.WALL && !now.isBefore(gateClosesAt.toInstant());
    if (state == AuctionState.OPEN && !closedByTime) {
      return;
    }
    String gate = "The gate of " + marketCode + " for " + deliveryDay;
    if (state == AuctionState.SCHEDULED) {
      throw ProblemException.gateClosed(gate + " is not open yet.", List.of(), null);
    }
    if (clock == AuctionClock.REPLAY) {
      throw ProblemException.gateClosed(gate + " is closed.", List.of(), null);
    }
    OffsetDateTime closed = local(gateClosesAt);
    Duration late = Duration.between(closed.toInstant(), now);
    throw ProblemException.gateClosed(
        gate + Lateness.sentence(closed.atZoneSameInstant(ZoneId.of(timeZone)), late),
        List.of(),
        new GateClosure(closed, late.isNegative() ? null : late));
  }

  /** Refuses with {@code precondition_failed} if the auction is not the one the caller saw. */
  public void requireVersion(long expected) {
    if (version != expected) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED,
          "The auction is at version " + version + " now, not " + expected + ".");
    }
  }

  private void move(String step, AuctionState to, Set<AuctionState> from) {
    if (!from.contains(state)) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "Cannot " + step + ": the auction is " + state.code() + ".");
    }
    state = to;
  }

  /** The auction as others see it, its times in the market's own zone. */
  public Auction view() {
    return new Auction(
        id,
        organizationId,
        exchangeId,
        marketCode,
        deliveryDay,
        session,
        scope,
        state,
        clock,
        local(gateOpensAt),
        local(gateClosesAt),
        clearsAt == null ? null : local(clearsAt),
        publishesAt == null ? null : local(publishesAt),
        timeZone,
        currency,
        blockMinutes,
        firstBlock,
        blockCount,
        areas,
        importId,
        latestRunId,
        version);
  }

  private OffsetDateTime local(OffsetDateTime time) {
    return time.atZoneSameInstant(ZoneId.of(timeZone)).toOffsetDateTime();
  }
}
