package energy.optibid.stops.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.stops.StopInput;
import energy.optibid.stops.StopPreview;
import energy.optibid.stops.StopScope;
import energy.optibid.stops.StoppedBid;
import energy.optibid.stops.TradingStop;
import energy.optibid.stops.TradingStops;
import energy.optibid.stops.domain.ValidStop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction per change: the stop, its job, its audit entry and its event, or nothing. */
@ApplicationScoped
@Typed(TradingStops.class)
@InTransaction
public class StopDesk implements TradingStops {
  private final StopStore store;
  private final BidsInReach bids;
  private final TenantConnections connections;
  private final Assets assets;
  private final Jobs jobs;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StopDesk(
      StopStore store,
      BidsInReach bids,
      TenantConnections connections,
      Assets assets,
      Jobs jobs,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.bids = bids;
    this.connections = connections;
    this.assets = assets;
    this.jobs = jobs;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public TradingStop place(StopInput input) {
    ValidStop stop = ValidStop.of(input, new Subjects());
    UUID id = Ids.next();
    Job job = jobs.enqueue(StopSweep.KIND, StopSweep.input(id));
    if (!store.add(id, stop, job.id(), now())) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "Trading of " + stop.subjectName() + " is stopped already.");
    }
    TradingStop placed = require(id);
    outbox.append(StopEvents.of("trading.stopped", placed));
    audit.record("trading.stopped", "trading_stop", id, StopEvents.json(placed));
    return placed;
  }

  @Override
  public TradingStop release(UUID id, @Nullable String reason) {
    TradingStop before = require(id);
    String why = ValidStop.reason(reason);
    if (!store.release(id, why, now())) {
      throw new ProblemException(ProblemCode.ILLEGAL_TRANSITION, "This stop was released already.");
    }
    TradingStop released = require(id);
    outbox.append(StopEvents.of("trading.released", released));
    audit.record(
        "trading.released", "trading_stop", id, StopEvents.json(before), StopEvents.json(released));
    return released;
  }

  @Override
  public StopPreview preview(@Nullable StopScope scope, @Nullable UUID subjectId) {
    ValidStop.Subject subject = ValidStop.subject(scope, subjectId, new Subjects());
    BidsInReach.Count count = bids.count(subject.scope(), subject.id());
    return new StopPreview(
        subject.name(),
        count.gateOpen(),
        count.gateClosed(),
        store.isStanding(subject.scope(), subject.id()));
  }

  @Override
  public TradingStop require(UUID id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("stop"));
  }

  @Override
  public Page<TradingStop> list(@Nullable Boolean standing, @Nullable String cursor, int limit) {
    return store.list(standing, cursor, limit);
  }

  @Override
  public Page<StoppedBid> bids(UUID id, @Nullable String cursor, int limit) {
    return store.bids(require(id).id(), cursor, limit);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private final class Subjects implements ValidStop.Subjects {
    @Override
    public Optional<String> asset(UUID id) {
      return assets.find(id).map(Asset::name);
    }

    @Override
    public Optional<String> member(UUID id) {
      return connections.withConnection(
          connection ->
              Sql.first(
                  connection,
                  """
                  select u.display_name from membership m join app_user u on u.id = m.user_id
                  where m.organization_id = current_organization() and m.user_id = ?""",
                  row -> row.getString(1),
                  id));
    }

    @Override
    public String organization() {
      return connections
          .withConnection(
              connection ->
                  Sql.first(
                      connection,
                      "select name from organization where id = current_organization()",
                      row -> row.getString(1)))
          .orElseThrow();
    }
  }
}
