package energy.optibid.stops.adapter;

import energy.optibid.shared.Cursors;
import energy.optibid.shared.Page;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.stops.StopScope;
import energy.optibid.stops.StoppedBid;
import energy.optibid.stops.StoppedBid.Outcome;
import energy.optibid.stops.TradingStop;
import energy.optibid.stops.TradingStop.Person;
import energy.optibid.stops.TradingStop.Release;
import energy.optibid.stops.TradingStop.Tally;
import energy.optibid.stops.domain.ValidStop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops in {@code trading_stop}, of the caller's organisation, in the caller's transaction. */
@ApplicationScoped
public class StopStore {
  private static final String STOPS =
      """
      select t.*, p.display_name as placed_by_name, r.display_name as released_by_name,
        (select count(*) from trading_stop_bid b where b.stop_id = t.id
          and b.outcome = 'withdrawn') as withdrawn,
        (select count(*) from trading_stop_bid b where b.stop_id = t.id
          and b.outcome = 'asked_back') as asked_back,
        (select count(*) from trading_stop_bid b where b.stop_id = t.id
          and b.outcome = 'kept') as kept
      from trading_stop t
        left join app_user p on p.id = t.placed_by
        left join app_user r on r.id = t.released_by
      where t.organization_id = current_organization()""";

  private static final SqlFunction<ResultSet, TradingStop> STOP = StopStore::read;

  private final TenantConnections connections;

  @Inject
  public StopStore(TenantConnections connections) {
    this.connections = connections;
  }

  /**
   * Keeps a new stop.
   *
   * @return false where the same is stopped already
   */
  boolean add(UUID id, ValidStop stop, UUID jobId, OffsetDateTime at) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into trading_stop (id, organization_id, scope, subject_id, subject_name,
                      reason, placed_by, placed_at, job_id, version)
                    values (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, 1)
                    on conflict (organization_id, scope, coalesce(subject_id, organization_id))
                      where released_at is null do nothing""",
                    id,
                    Tenancy.require().organization().value(),
                    stop.scope().code(),
                    stop.subjectId(),
                    stop.subjectName(),
                    stop.reason(),
                    Tenancy.require().userId(),
                    at,
                    jobId))
        == 1;
  }

  /** Notes who released a stop; false where it does not stand. */
  boolean release(UUID id, String reason, OffsetDateTime at) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    update trading_stop set released_by = ?, released_at = ?, release_reason = ?,
                      version = version + 1
                    where id = ? and released_at is null""",
                    Tenancy.require().userId(),
                    at,
                    reason,
                    id))
        == 1;
  }

  /** Notes that nothing is left to be withdrawn; false where that was noted before. */
  boolean swept(UUID id, OffsetDateTime at) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    update trading_stop set swept_at = ?, version = version + 1
                    where id = ? and swept_at is null""",
                    at,
                    id))
        == 1;
  }

  Optional<TradingStop> find(UUID id) {
    return connections.withConnection(
        connection -> Sql.first(connection, STOPS + " and t.id = ?", STOP, id));
  }

  Page<TradingStop> list(@Nullable Boolean standing, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<TradingStop> stops =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    STOPS
                        + """
                          and (?::boolean is null or (t.released_at is null) = ?::boolean)
                          and (?::uuid is null or t.id < ?::uuid)
                        order by t.id desc limit ?""",
                    STOP,
                    standing,
                    standing,
                    before,
                    before,
                    limit + 1));
    return Page.of(stops, limit, stop -> stop.id().toString());
  }

  /** The stops that stand in the way of an asset's bid which one person wrote and one submits. */
  List<TradingStop> standing(UUID assetId, UUID writtenBy, UUID submittedBy) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                STOPS
                    + """
                      and t.released_at is null
                      and (t.scope = 'organization'
                        or t.scope = 'asset' and t.subject_id = ?
                        or t.scope = 'trader' and t.subject_id in (?, ?))
                    order by t.id""",
                STOP,
                assetId,
                writtenBy,
                submittedBy));
  }

  /** Whether the very same is stopped now. */
  boolean isStanding(StopScope scope, @Nullable UUID subjectId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    """
                    select 1 from trading_stop where organization_id = current_organization()
                      and released_at is null and scope = ?
                      and subject_id is not distinct from ?::uuid""",
                    row -> true,
                    scope.code(),
                    subjectId)
                .isPresent());
  }

  /** Submissions share this until their transaction ends; a sweep waits for it once, alone. */
  void holdAgainstSweeps() {
    lock("pg_advisory_xact_lock_shared");
  }

  /** Returns when every submission that may not have seen the newest stop is over. */
  void awaitSubmissions() {
    lock("pg_advisory_xact_lock");
  }

  private void lock(String function) {
    connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select cast(" + function + "(hashtextextended(?, 0)) as text)",
                row -> true,
                "trading stops " + Tenancy.require().organization().value()));
  }

  /** What became of a bid. */
  void note(UUID stopId, UUID bidId, UUID auctionId, Ending ending, OffsetDateTime at) {
    int ignored =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into trading_stop_bid (stop_id, bid_id, organization_id, auction_id,
                      outcome, detail, at)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                    stopId,
                    bidId,
                    Tenancy.require().organization().value(),
                    auctionId,
                    ending.outcome().code(),
                    ending.detail(),
                    at));
  }

  /**
   * @param detail why the venue keeps it
   */
  record Ending(Outcome outcome, @Nullable String detail) {}

  Page<StoppedBid> bids(UUID stopId, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<StoppedBid> bids =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    """
                    select n.bid_id, n.auction_id, a.market_code, a.delivery_day, a.session,
                      coalesce(s.name, '') as asset_name, n.outcome, n.detail, n.at
                    from trading_stop_bid n
                      join auction a on a.id = n.auction_id
                      join bid b on b.id = n.bid_id
                      join bid_version v on v.bid_id = b.id and v.number = b.version_number
                      left join asset s on s.id = v.asset_id
                    where n.organization_id = current_organization() and n.stop_id = ?
                      and (?::uuid is null or n.bid_id < ?::uuid)
                    order by n.bid_id desc limit ?""",
                    row ->
                        new StoppedBid(
                            row.getObject("bid_id", UUID.class),
                            row.getObject("auction_id", UUID.class),
                            row.getString("market_code"),
                            row.getObject("delivery_day", LocalDate.class),
                            row.getInt("session"),
                            row.getString("asset_name"),
                            Outcome.ofCode(row.getString("outcome")),
                            row.getString("detail"),
                            row.getObject("at", OffsetDateTime.class).toInstant()),
                    stopId,
                    before,
                    before,
                    limit + 1));
    return Page.of(bids, limit, bid -> bid.bidId().toString());
  }

  private static TradingStop read(ResultSet row) throws SQLException {
    OffsetDateTime swept = row.getObject("swept_at", OffsetDateTime.class);
    OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
    return new TradingStop(
        row.getObject("id", UUID.class),
        StopScope.ofCode(row.getString("scope")),
        row.getObject("subject_id", UUID.class),
        row.getString("subject_name"),
        row.getString("reason"),
        person(row, "placed_by"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getObject("job_id", UUID.class),
        swept == null ? null : swept.toInstant(),
        released == null
            ? null
            : new Release(
                person(row, "released_by"), released.toInstant(), row.getString("release_reason")),
        new Tally(row.getInt("withdrawn"), row.getInt("asked_back"), row.getInt("kept")),
        row.getLong("version"));
  }

  private static Person person(ResultSet row, String column) throws SQLException {
    String name = row.getString(column + "_name");
    return new Person(row.getObject(column, UUID.class), name == null ? "" : name);
  }
}
