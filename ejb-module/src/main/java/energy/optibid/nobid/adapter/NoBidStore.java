package energy.optibid.nobid.adapter;

import energy.optibid.nobid.NoBidAction;
import energy.optibid.nobid.NoBidPolicy;
import energy.optibid.nobid.domain.ValidPolicy;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies and what was decided by them, in the caller's transaction. */
@ApplicationScoped
public class NoBidStore {
  private static final String POLICIES =
      """
      select p.*, coalesce(s.name, '') as asset_name
      from no_bid_policy p left join asset s on s.id = p.asset_id
      where p.exchange_id = ?""";

  /** Open gates of clocks that run, with the policies nobody has followed there yet. */
  private static final String DUE =
      """
      select p.organization_id, p.updated_by, p.asset_id, p.exchange_id, p.market_code,
        a.id as auction_id
      from no_bid_policy p
        join exchange x on x.id = p.exchange_id and x.ended_at is null
        join auction a on a.exchange_id = p.exchange_id and a.market_code = p.market_code
          and a.state = 'open'
        cross join lateral (select case x.clock_mode when 'wall' then ?::timestamptz
          when 'paused' then x.clock_market_at
          else x.clock_market_at + (?::timestamptz - x.clock_wall_at) * x.clock_speed
          end as market_now) t
      where not exists (select 1 from no_bid_decision d
          where d.auction_id = a.id and d.asset_id = p.asset_id)""";

  private final TenantConnections connections;

  @Inject
  public NoBidStore(TenantConnections connections) {
    this.connections = connections;
  }

  List<NoBidPolicy> list(UUID exchangeId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                POLICIES + " order by p.market_code, p.asset_id",
                NoBidStore::policy,
                exchangeId));
  }

  Optional<NoBidPolicy> find(UUID exchangeId, String marketCode, UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                POLICIES + " and p.market_code = ? and p.asset_id = ?",
                NoBidStore::policy,
                exchangeId,
                marketCode,
                assetId));
  }

  void put(
      UUID exchangeId, String marketCode, UUID assetId, ValidPolicy policy, OffsetDateTime at) {
    int ignored =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into no_bid_policy as p (id, organization_id, exchange_id, market_code,
                      asset_id, action, template_id, minutes_before, updated_by, updated_at, version)
                    values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, 1)
                    on conflict (organization_id, exchange_id, market_code, asset_id) do update
                    set action = excluded.action, template_id = excluded.template_id,
                      minutes_before = excluded.minutes_before, updated_by = excluded.updated_by,
                      updated_at = excluded.updated_at, version = p.version + 1""",
                    Ids.next(),
                    Tenancy.require().organization().value(),
                    exchangeId,
                    marketCode,
                    assetId,
                    policy.action().code(),
                    policy.templateId(),
                    policy.minutesBefore(),
                    Tenancy.require().userId(),
                    at));
  }

  boolean delete(UUID exchangeId, String marketCode, UUID assetId) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    delete from no_bid_policy
                    where exchange_id = ? and market_code = ? and asset_id = ?""",
                    exchangeId,
                    marketCode,
                    assetId))
        == 1;
  }

  /**
   * A policy at a gate.
   *
   * @param by in whose name it is followed
   */
  record Due(
      OrganizationId organization,
      UUID by,
      UUID exchangeId,
      String marketCode,
      UUID assetId,
      UUID auctionId) {}

  /** In a transaction of the platform: those whose minutes have come. */
  List<Due> due(OffsetDateTime wall) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                DUE
                    + """
                       and x.clock_mode <> 'paused' and a.gate_closes_at > t.market_now
                        and a.gate_closes_at
                          <= t.market_now + p.minutes_before * interval '1 minute'
                      order by a.gate_closes_at, p.asset_id""",
                NoBidStore::due,
                wall,
                wall));
  }

  /** In a transaction of the platform: those of a gate that closes at once. */
  List<Due> undecided(UUID auctionId, OffsetDateTime wall) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                DUE + " and a.id = ? order by p.asset_id",
                NoBidStore::due,
                wall,
                wall,
                auctionId));
  }

  /** Until the transaction ends nobody else places a bid by itself for the asset there. */
  void holdPlace(UUID auctionId, UUID assetId) {
    connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
                row -> true,
                "standing bid " + auctionId + " " + assetId));
  }

  boolean isDecided(UUID auctionId, UUID assetId) {
    return exists(
        "select 1 from no_bid_decision where auction_id = ? and asset_id = ?", auctionId, assetId);
  }

  /** Whether a bid of the asset is, or may be, at the venue. */
  boolean isAtVenue(UUID auctionId, UUID assetId) {
    return exists(
        """
        select 1 from submission s
          join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
        where s.auction_id = ? and v.asset_id = ?
          and s.state in ('queued', 'sent', 'in_doubt', 'acknowledged', 'withdraw_requested')""",
        auctionId,
        assetId);
  }

  /** The asset's newest bid that was at the venue in the market's auction before this one. */
  Optional<UUID> bidBefore(UUID auctionId, UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                """
                select s.bid_id from auction a
                  join auction o on o.exchange_id = a.exchange_id and o.market_code = a.market_code
                    and (o.delivery_day, o.session) < (a.delivery_day, a.session)
                  join submission s on s.auction_id = o.id and s.state = 'acknowledged'
                  join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
                where a.id = ? and v.asset_id = ?
                  and (o.delivery_day, o.session) = (
                    select b.delivery_day, b.session from auction b
                    where b.exchange_id = a.exchange_id and b.market_code = a.market_code
                      and (b.delivery_day, b.session) < (a.delivery_day, a.session)
                    order by b.delivery_day desc, b.session desc limit 1)
                order by s.at desc limit 1""",
                row -> row.getObject(1, UUID.class),
                auctionId,
                assetId));
  }

  /** Notes what was decided; false where it was decided before. */
  boolean decide(
      Due due, String outcome, @Nullable UUID bidId, @Nullable String detail, OffsetDateTime at) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into no_bid_decision (auction_id, asset_id, organization_id, outcome,
                      bid_id, detail, at)
                    values (?, ?, ?, ?, ?::uuid, ?, ?) on conflict do nothing""",
                    due.auctionId(),
                    due.assetId(),
                    due.organization().value(),
                    outcome,
                    bidId,
                    detail,
                    at))
        == 1;
  }

  private boolean exists(String query, UUID auctionId, UUID assetId) {
    return connections.withConnection(
        connection -> Sql.first(connection, query, row -> true, auctionId, assetId).isPresent());
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("updated_by", UUID.class),
        row.getObject("exchange_id", UUID.class),
        row.getString("market_code"),
        row.getObject("asset_id", UUID.class),
        row.getObject("auction_id", UUID.class));
  }

  private static NoBidPolicy policy(ResultSet row) throws SQLException {
    return new NoBidPolicy(
        row.getObject("exchange_id", UUID.class),
        row.getString("market_code"),
        row.getObject("asset_id", UUID.class),
        row.getString("asset_name"),
        NoBidAction.ofCode(row.getString("action")),
        row.getObject("template_id", UUID.class),
        row.getInt("minutes_before"),
        row.getObject("updated_by", UUID.class),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }
}
