package energy.optibid.gateway.adapter;

import static energy.optibid.gateway.adapter.JdbcMessageStore.utc;

import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeAward.Status;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.ResultStore;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Results in the tables {@code exchange_result} and {@code exchange_award}. */
@ApplicationScoped
@Typed(ResultStore.class)
public class JdbcResultStore implements ResultStore {
  private final TenantConnections connections;

  @Inject
  public JdbcResultStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public Optional<UUID> begin(UUID connectionId, ResultFile result, String digest, Instant at) {
    UUID id = Ids.next();
    int added =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into exchange_result (id, organization_id, connection_id, market_code,
                      delivery_day, revision, digest, read_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (connection_id, market_code, delivery_day, revision) do nothing""",
                    id,
                    organization(),
                    connectionId,
                    result.marketCode(),
                    result.deliveryDay(),
                    result.revision(),
                    digest,
                    utc(at)));
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  @Override
  public String digestOf(UUID connectionId, ResultFile result) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    """
                    select digest from exchange_result where connection_id = ?
                      and market_code = ? and delivery_day = ? and revision = ?""",
                    row -> row.getString(1),
                    connectionId,
                    result.marketCode(),
                    result.deliveryDay(),
                    result.revision()))
        .orElseThrow();
  }

  @Override
  public void add(UUID resultId, UUID submissionId, ExchangeAward award) {
    int ignored =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into exchange_award (result_id, organization_id, auction_id, bid_id,
                      submission_id, asset_id, area_code, side, block, block_order, starts_at,
                      offered_mw, awarded_mw, awarded_mwh, price, currency, revision, status)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    resultId,
                    organization(),
                    award.auctionId(),
                    award.bidId(),
                    submissionId,
                    award.assetId(),
                    award.areaCode(),
                    award.side(),
                    award.block(),
                    award.blockOrder(),
                    award.startsAt(),
                    award.offeredMw(),
                    award.awardedMw(),
                    award.awardedMwh(),
                    award.price(),
                    award.currency(),
                    award.revision(),
                    award.status().code()));
  }

  @Override
  public boolean isHeld(UUID submissionId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    "select from submission where id = ?"
                        + " and state in ('acknowledged', 'withdraw_requested')",
                    row -> true,
                    submissionId)
                .isPresent());
  }

  @Override
  public List<ExchangeMessage> held(UUID connectionId, String marketCode, LocalDate day) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select m.* from exchange_message m join submission s on s.id = m.submission_id
                 where m.connection_id = ? and m.market_code = ? and m.delivery_day = ?
                   and m.action = 'submit' and s.state = 'acknowledged' order by m.id""",
                JdbcMessageStore::message,
                connectionId,
                marketCode,
                day));
  }

  @Override
  public UUID auctionOf(UUID messageId) {
    return id("select auction_id from exchange_message where id = ?", messageId);
  }

  @Override
  public UUID assetOf(UUID submissionId) {
    return id(
        """
        select v.asset_id from submission s
          join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
         where s.id = ?""",
        submissionId);
  }

  private UUID id(String query, UUID of) {
    return connections
        .withConnection(
            connection -> Sql.first(connection, query, row -> row.getObject(1, UUID.class), of))
        .orElseThrow();
  }

  @Override
  public boolean isRevisedSince(UUID auctionId, Instant since) {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    """
                    select from exchange_award told
                      join exchange_result r on r.id = told.result_id
                      left join lateral (
                        select earlier.awarded_mw, earlier.price from exchange_award earlier
                         where earlier.submission_id = told.submission_id
                           and earlier.block = told.block
                           and earlier.block_order = told.block_order
                           and earlier.revision < told.revision
                         order by earlier.revision desc limit 1) before on true
                     where told.auction_id = ? and r.read_at >= ?
                       and (told.awarded_mw, told.price)
                         is distinct from (before.awarded_mw, before.price)
                     limit 1""",
                    row -> true,
                    auctionId,
                    utc(since))
                .isPresent());
  }

  @Override
  public List<ExchangeAward> ofAuction(UUID auctionId, int offset, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select * from (
                  select distinct on (submission_id, block, block_order) * from exchange_award
                   where auction_id = ?
                   order by submission_id, block, block_order, revision desc) latest
                 order by bid_id, block_order, block, submission_id offset ? limit ?""",
                JdbcResultStore::award,
                auctionId,
                offset,
                limit));
  }

  @Override
  public List<DeliveryAward> ofDays(LocalDate from, LocalDate to) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select w.*, m.reference from (
                  select distinct on (e.submission_id, e.block, e.block_order)
                         e.*, a.market_code, a.delivery_day
                    from auction a join exchange_award e on e.auction_id = a.id
                   where a.delivery_day between ? and ?
                     and a.exchange_id is null and a.import_id is null
                   order by e.submission_id, e.block, e.block_order, e.revision desc) w
                  join exchange_message m
                    on m.submission_id = w.submission_id and m.action = 'submit'
                 order by w.asset_id, w.starts_at, w.market_code, m.reference, w.block_order""",
                row ->
                    new DeliveryAward(
                        row.getString("market_code"),
                        row.getObject("delivery_day", LocalDate.class),
                        row.getString("reference"),
                        award(row)),
                from,
                to));
  }

  /** Orders told to an exchange; practice, which no exchange hears of, is never answered. */
  @Override
  public List<AwaitedResult> awaited(LocalDate from, LocalDate to) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select distinct a.id, a.market_code, a.delivery_day, v.asset_id, a.block_count
                  from auction a
                  join exchange_message m on m.auction_id = a.id and m.action = 'submit'
                  join submission s on s.id = m.submission_id and s.state in
                    ('queued', 'sent', 'in_doubt', 'acknowledged', 'withdraw_requested')
                  join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
                 where a.delivery_day between ? and ?
                   and a.exchange_id is null and a.import_id is null
                   and a.state not in ('published', 'settled')
                 order by a.id, v.asset_id""",
                row ->
                    new AwaitedResult(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, UUID.class),
                        row.getInt(5)),
                from,
                to));
  }

  /** From the provisional result's time to the end of the day after delivery. */
  @Override
  public List<Expected> expected(Instant now) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select distinct m.connection_id, m.organization_id, m.market_code, m.delivery_day
                  from exchange_message m
                  join exchange_connection c on c.id = m.connection_id and c.kind = 'http'
                  join auction a on a.id = m.auction_id
                 where m.answer = 'held' and coalesce(a.clears_at, a.gate_closes_at) <= ?
                   and a.delivery_day >= (?::timestamptz at time zone a.time_zone)::date - 1
                 order by m.connection_id, m.market_code, m.delivery_day""",
                row ->
                    new Expected(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)),
                utc(now),
                utc(now)));
  }

  private static ExchangeAward award(ResultSet row) throws SQLException {
    return new ExchangeAward(
        row.getObject("auction_id", UUID.class),
        row.getObject("bid_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getString("area_code"),
        row.getString("side"),
        row.getInt("block"),
        row.getString("block_order"),
        row.getObject("starts_at", OffsetDateTime.class),
        row.getBigDecimal("offered_mw"),
        row.getBigDecimal("awarded_mw"),
        row.getBigDecimal("awarded_mwh"),
        row.getBigDecimal("price"),
        row.getString("currency"),
        row.getInt("revision"),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
  }

  private static UUID organization() {
    return Tenancy.require().organization().value();
  }
}
