package energy.optibid.market.adapter;

import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.market.domain.AuctionLifecycle;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Auctions in PostgreSQL. The gate is a lock of the database: whoever accepts a bid holds it
 * shared, whoever closes the gate holds it alone, so that no bid is acknowledged after the closure
 * has been seen.
 */
@ApplicationScoped
@Typed(Auctions.class)
@InTransaction
public class StoredAuctions implements Auctions {
  private static final String GATE = "hashtextextended('auction gate ' || cast(?1 as text), 0)";

  @Inject private EntityManager entities;

  private final Outbox outbox;
  private final Clock time;

  @Inject
  @SuppressWarnings("NullAway") // the container fills the entity manager
  public StoredAuctions(Outbox outbox, Clock time) {
    this.outbox = outbox;
    this.time = time;
  }

  @Override
  public Optional<Auction> find(UUID id) {
    return Optional.ofNullable(entities.find(AuctionLifecycle.class, id))
        .map(AuctionLifecycle::view);
  }

  @Override
  public Auction require(UUID id) {
    return find(id).orElseThrow(StoredAuctions::unknown);
  }

  @Override
  public Auction requireOpenGate(UUID id) {
    lockGate(id, "select cast(pg_advisory_xact_lock_shared(" + GATE + ") as text)");
    AuctionLifecycle auction = entities.find(AuctionLifecycle.class, id);
    if (auction == null) {
      throw unknown();
    }
    // what the persistence context knew before the lock may be old
    entities.refresh(auction);
    auction.requireOpenGate(
        auction.isClosedByItsExchange() ? exchangeTime(auction) : time.instant());
    return auction.view();
  }

  @Override
  public Page<Auction> list(
      @Nullable UUID exchangeId,
      @Nullable String marketCode,
      @Nullable LocalDate deliveryDay,
      @Nullable AuctionState state,
      @Nullable String cursor,
      int limit) {
    StringBuilder query = new StringBuilder("select a from Auction a where 1 = 1");
    List<Object> values = new ArrayList<>();
    if (exchangeId != null) {
      values.add(exchangeId);
      query.append(" and a.exchangeId = ?").append(values.size());
    } else if (marketCode == null) {
      query.append(" and a.exchangeId is null");
    }
    if (marketCode != null) {
      values.add(marketCode);
      query.append(" and a.marketCode = ?").append(values.size());
    }
    if (deliveryDay != null) {
      values.add(deliveryDay);
      query.append(" and a.deliveryDay = ?").append(values.size());
    }
    if (state != null) {
      values.add(state);
      query.append(" and a.state = ?").append(values.size());
    }
    return page(query, values, cursor, limit);
  }

  @Override
  public Page<Auction> heldOutside(@Nullable String cursor, int limit) {
    StringBuilder query =
        new StringBuilder(
            "select a from Auction a where a.exchangeId is null and a.importId is null"
                + " and a.clock = ?1");
    List<Object> values = new ArrayList<>();
    values.add(AuctionClock.WALL);
    return page(query, values, cursor, limit);
  }

  /** The rest of a query's auctions after a cursor, latest delivery day first. */
  private Page<Auction> page(
      StringBuilder query, List<Object> values, @Nullable String cursor, int limit) {
    if (cursor != null) {
      AuctionCursor after = AuctionCursor.parse(cursor);
      values.add(after.deliveryDay());
      values.add(after.id());
      int day = values.size() - 1;
      query.append(
          " and (a.deliveryDay < ?%1$d or a.deliveryDay = ?%1$d and a.id < ?%2$d)"
              .formatted(day, day + 1));
    }
    query.append(" order by a.deliveryDay desc, a.id desc");
    TypedQuery<AuctionLifecycle> typed =
        entities.createQuery(query.toString(), AuctionLifecycle.class).setMaxResults(limit + 1);
    for (int i = 0; i < values.size(); i++) {
      typed.setParameter(i + 1, values.get(i));
    }
    List<Auction> oneMore = typed.getResultStream().map(AuctionLifecycle::view).toList();
    return Page.of(oneMore, limit, auction -> AuctionCursor.of(auction).toString());
  }

  @Override
  public List<Auction> ofImport(UUID importId) {
    return entities
        .createQuery(
            "select a from Auction a where a.importId = ?1 order by a.deliveryDay",
            AuctionLifecycle.class)
        .setParameter(1, importId)
        .getResultStream()
        .map(AuctionLifecycle::view)
        .toList();
  }

  @Override
  public Auction openGate(UUID id) {
    return step(id, "auction.opened", AuctionLifecycle::openGate);
  }

  @Override
  public Auction closeGate(UUID id) {
    return step(id, "auction.closed", AuctionLifecycle::closeGate);
  }

  @Override
  public Auction markCleared(UUID id, UUID runId) {
    return step(id, "auction.cleared", auction -> auction.markCleared(runId));
  }

  @Override
  public Auction publish(UUID id) {
    return step(id, "auction.published", AuctionLifecycle::publish);
  }

  @Override
  public Auction reopen(UUID id) {
    return step(id, "auction.reopened", AuctionLifecycle::reopen);
  }

  @Override
  public Auction reopen(UUID id, long expectedVersion) {
    return step(
        id,
        "auction.reopened",
        auction -> {
          auction.requireVersion(expectedVersion);
          auction.reopen();
        });
  }

  private Auction step(UUID id, String event, Consumer<AuctionLifecycle> transition) {
    lockGate(id, "select cast(pg_advisory_xact_lock(" + GATE + ") as text)");
    AuctionLifecycle auction = entities.find(AuctionLifecycle.class, id);
    if (auction == null) {
      throw unknown();
    }
    entities.refresh(auction);
    transition.accept(auction);
    if (auction.view().scope() == AuctionScope.SHARED) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "A shared auction moves by the exchange's clock alone.");
    }
    entities.flush();
    Auction now = auction.view();
    outbox.append(AuctionEvents.of(event, now));
    return now;
  }

  /** What the clock of a simulated exchange shows now. */
  private Instant exchangeTime(AuctionLifecycle auction) {
    Instant wall = time.instant();
    Object shown =
        entities
            .createNativeQuery(
                """
                select cast(extract(epoch from case clock_mode when 'wall' then cast(?1 as timestamptz)
                  when 'paused' then clock_market_at
                  else clock_market_at + (cast(?1 as timestamptz) - clock_wall_at) * clock_speed
                  end) * 1000 as bigint)
                from exchange where id = cast(?2 as uuid)""")
            .setParameter(1, wall.toString())
            .setParameter(2, String.valueOf(auction.exchangeId()))
            .getSingleResult();
    return Instant.ofEpochMilli(((Number) shown).longValue());
  }

  private void lockGate(UUID id, String statement) {
    entities.flush();
    entities.createNativeQuery(statement).setParameter(1, id.toString()).getSingleResult();
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("auction");
  }
}
