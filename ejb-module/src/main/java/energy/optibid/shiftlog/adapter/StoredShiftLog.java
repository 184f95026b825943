package energy.optibid.shiftlog.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.market.Auctions;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shiftlog.ShiftEntry;
import energy.optibid.shiftlog.ShiftEntry.Acknowledgement;
import energy.optibid.shiftlog.ShiftEntry.Kind;
import energy.optibid.shiftlog.ShiftEntry.Person;
import energy.optibid.shiftlog.ShiftEntryInput;
import energy.optibid.shiftlog.ShiftLog;
import energy.optibid.shiftlog.domain.ValidEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction per change, with its audit entry. */
@ApplicationScoped
@Typed(ShiftLog.class)
@InTransaction
public class StoredShiftLog implements ShiftLog {
  private static final String ENTRIES =
      """
      select e.id, e.at, e.author, coalesce(w.display_name, '') as author_name, e.kind, e.text,
        e.auction_id, e.bid_id, e.asset_id, e.corrects, p.entry_id is not null as pinned,
        (select c.id from shift_entry c where c.corrects = e.id order by c.id desc limit 1)
          as corrected_by,
        a.acknowledged_by, coalesce(k.display_name, '') as acknowledged_by_name,
        a.at as acknowledged_at
      from shift_entry e
        left join app_user w on w.id = e.author
        left join shift_pin p on p.entry_id = e.id
        left join shift_acknowledgement a on a.entry_id = e.id
        left join app_user k on k.id = a.acknowledged_by
      where e.organization_id = current_organization()""";

  private static final SqlFunction<ResultSet, ShiftEntry> ENTRY =
      row ->
          new ShiftEntry(
              row.getObject("id", UUID.class),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              new Person(row.getObject("author", UUID.class), row.getString("author_name")),
              Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
              row.getString("text"),
              row.getObject("auction_id", UUID.class),
              row.getObject("bid_id", UUID.class),
              row.getObject("asset_id", UUID.class),
              row.getObject("corrects", UUID.class),
              row.getObject("corrected_by", UUID.class),
              row.getBoolean("pinned"),
              row.getObject("acknowledged_by") == null
                  ? null
                  : new Acknowledgement(
                      new Person(
                          row.getObject("acknowledged_by", UUID.class),
                          row.getString("acknowledged_by_name")),
                      row.getObject("acknowledged_at", OffsetDateTime.class).toInstant()));

  private final TenantConnections connections;
  private final Auctions auctions;
  private final Assets assets;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StoredShiftLog(
      TenantConnections connections,
      Auctions auctions,
      Assets assets,
      AuditTrail audit,
      Clock clock) {
    this.connections = connections;
    this.auctions = auctions;
    this.assets = assets;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Page<ShiftEntry> list(
      @Nullable Kind kind, @Nullable Boolean pinned, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    String word = kind == null ? null : word(kind);
    List<ShiftEntry> entries =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    ENTRIES
                        + """
                          and (?::text is null or e.kind = ?)
                          and (?::boolean is null or (p.entry_id is not null) = ?::boolean)
                          and (?::uuid is null or e.id < ?::uuid)
                        order by e.id desc limit ?""",
                    ENTRY,
                    word,
                    word,
                    pinned,
                    pinned,
                    before,
                    before,
                    limit + 1));
    return Page.of(entries, limit, entry -> entry.id().toString());
  }

  @Override
  public ShiftEntry require(UUID id) {
    return connections
        .withConnection(connection -> Sql.first(connection, ENTRIES + " and e.id = ?", ENTRY, id))
        .orElseThrow(() -> ProblemException.notFound("shift log entry"));
  }

  @Override
  public ShiftEntry add(ShiftEntryInput input) {
    ValidEntry entry =
        ValidEntry.of(
            input,
            new ValidEntry.Known(
                id -> auctions.find(id).isPresent(),
                this::isOwnBid,
                id -> assets.find(id).isPresent(),
                this::isCorrectable));
    UUID id = Ids.next();
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into shift_entry (id, organization_id, at, author, kind, text, auction_id,
                  bid_id, asset_id, corrects)
                values (?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::uuid, ?::uuid)""",
                id,
                Tenancy.require().organization().value(),
                now(),
                Tenancy.require().userId(),
                word(entry.kind()),
                entry.text(),
                entry.auctionId(),
                entry.bidId(),
                entry.assetId(),
                entry.corrects()));
    audit.record("shift_entry.written", "shift_entry", id, json(entry));
    if (entry.pinned()) {
      setPin(id, true);
    }
    return require(id);
  }

  @Override
  public ShiftEntry pin(UUID id, boolean pinned) {
    ShiftEntry entry = require(id);
    if (entry.pinned() != pinned) {
      setPin(id, pinned);
      audit.record(
          pinned ? "shift_entry.pinned" : "shift_entry.unpinned",
          "shift_entry",
          id,
          Json.createObjectBuilder().add("pinned", entry.pinned()).build(),
          Json.createObjectBuilder().add("pinned", pinned).build());
    }
    return require(id);
  }

  private void setPin(UUID id, boolean pinned) {
    connections.withConnection(
        connection ->
            pinned
                ? Sql.change(
                    connection,
                    """
                    insert into shift_pin (entry_id, organization_id, pinned_by, at)
                    values (?, ?, ?, ?) on conflict do nothing""",
                    id,
                    Tenancy.require().organization().value(),
                    Tenancy.require().userId(),
                    now())
                : Sql.change(connection, "delete from shift_pin where entry_id = ?", id));
  }

  @Override
  public ShiftEntry acknowledge(UUID id) {
    ShiftEntry entry = require(id);
    if (entry.kind() != Kind.HANDOVER) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "Only a hand-over is acknowledged.");
    }
    if (entry.author().id().equals(Tenancy.require().userId())) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "A hand-over is acknowledged by the next shift, not its author.");
    }
    int taken =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into shift_acknowledgement
                      (entry_id, organization_id, acknowledged_by, at)
                    values (?, ?, ?, ?) on conflict do nothing""",
                    id,
                    Tenancy.require().organization().value(),
                    Tenancy.require().userId(),
                    now()));
    if (taken == 0) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "This hand-over was acknowledged already.");
    }
    audit.record(
        "shift_entry.acknowledged",
        "shift_entry",
        id,
        Json.createObjectBuilder().add("author", entry.author().id().toString()).build());
    return require(id);
  }

  private boolean isOwnBid(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(connection, "select 1 from bid where id = ?", row -> true, id).isPresent());
  }

  private boolean isCorrectable(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    "select 1 from shift_entry where id = ? and kind <> 'correction'",
                    row -> true,
                    id)
                .isPresent());
  }

  private static JsonObject json(ValidEntry entry) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("kind", word(entry.kind())).add("text", entry.text());
    add(json, "auctionId", entry.auctionId());
    add(json, "bidId", entry.bidId());
    add(json, "assetId", entry.assetId());
    add(json, "corrects", entry.corrects());
    return json.build();
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable UUID id) {
    if (id != null) {
      json.add(name, id.toString());
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
