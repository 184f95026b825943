package energy.optibid.book.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.book.Registration;
import energy.optibid.book.RegistrationInput;
import energy.optibid.book.RegistrationQuery;
import energy.optibid.book.Registrations;
import energy.optibid.book.domain.ValidRegistration;
import energy.optibid.market.Markets;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registrations in PostgreSQL; one transaction per change, with its audit entry. */
@ApplicationScoped
@Typed(Registrations.class)
@InTransaction
public class StoredRegistrations implements Registrations {
  private final TenantConnections connections;
  private final Assets assets;
  private final Markets markets;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StoredRegistrations(
      TenantConnections connections,
      Assets assets,
      Markets markets,
      AuditTrail audit,
      Clock clock) {
    this.connections = connections;
    this.assets = assets;
    this.markets = markets;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Page<Registration> list(RegistrationQuery query, @Nullable String cursor, int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    String kind = query.kind() == null ? null : RegistrationRows.word(query.kind());
    LocalDate day = query.validOn();
    LocalDate today = now().toLocalDate();
    LocalDate horizon =
        query.expiringWithinDays() == null ? null : today.plusDays(query.expiringWithinDays());
    List<Registration> oneMore =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    RegistrationRows.SELECT
                        + RegistrationRows.NEWEST
                        + """
                           and r.removed_at is null
                           and (?::text is null or v.kind = ?::text)
                           and (?::date is null or (v.valid_from <= ?::date
                                and (v.valid_to is null or v.valid_to >= ?::date)))
                           and (?::date is null or v.valid_to between ? and ?::date)
                           and (?::uuid is null or r.id > ?::uuid)
                         order by r.id limit ?
                        """,
                    RegistrationRows::registration,
                    kind,
                    kind,
                    day,
                    day,
                    day,
                    horizon,
                    today,
                    horizon,
                    after,
                    after,
                    limit + 1));
    return Page.of(oneMore, limit, record -> record.id().toString());
  }

  @Override
  public Registration require(UUID id) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    RegistrationRows.SELECT + RegistrationRows.NEWEST + " and r.id = ?",
                    RegistrationRows::registration,
                    id))
        .orElseThrow(() -> ProblemException.notFound("registration"));
  }

  @Override
  public List<Registration> versions(UUID id) {
    require(id);
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                RegistrationRows.SELECT + " where r.id = ? order by v.number",
                RegistrationRows::registration,
                id));
  }

  @Override
  public Registration create(RegistrationInput input) {
    UUID id = Ids.next();
    holdKinds();
    ValidRegistration record = valid(input, id);
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                "insert into registration (id, organization_id, version) values (?, ?, 1)",
                id,
                organization()));
    addVersion(id, 1, record);
    Registration created = require(id);
    audit.record("registration.created", "registration", id, RegistrationRows.json(created));
    return created;
  }

  @Override
  public Registration replace(UUID id, long expectedVersion, RegistrationInput input) {
    Registration before = hold(id, expectedVersion);
    ValidRegistration record = valid(input, id);
    connections.withConnection(
        connection ->
            Sql.change(
                connection, "update registration set version = version + 1 where id = ?", id));
    addVersion(id, expectedVersion + 1, record);
    Registration after = require(id);
    audit.record(
        "registration.changed",
        "registration",
        id,
        RegistrationRows.json(before),
        RegistrationRows.json(after));
    return after;
  }

  @Override
  public void remove(UUID id, long expectedVersion) {
    JsonObject before = RegistrationRows.json(hold(id, expectedVersion));
    connections.withConnection(
        connection ->
            Sql.change(
                connection, "update registration set removed_at = ? where id = ?", now(), id));
    audit.record("registration.removed", "registration", id, before, JsonValue.EMPTY_JSON_OBJECT);
  }

  private Registration hold(UUID id, long expectedVersion) {
    holdKinds();
    Registration record = require(id);
    if (record.removed()) {
      throw new ProblemException(ProblemCode.CONFLICT, "This record was removed.");
    }
    if (record.version() != expectedVersion) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "Somebody changed this record in the meantime.");
    }
    return record;
  }

  /** One change of the organisation's records at a time, so that no two come to overlap. */
  private void holdKinds() {
    connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
                row -> true,
                "registrations " + organization()));
  }

  private ValidRegistration valid(RegistrationInput input, UUID id) {
    return ValidRegistration.of(
        input,
        new ValidRegistration.Known(
            asset -> assets.find(asset).isPresent(),
            code -> markets.operators().stream().anyMatch(operator -> operator.code().equals(code)),
            others(input, id)));
  }

  private List<Registration> others(RegistrationInput input, UUID id) {
    String kind = input.kind() == null ? null : RegistrationRows.word(input.kind());
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                RegistrationRows.SELECT
                    + RegistrationRows.NEWEST
                    + " and r.removed_at is null and v.kind = ?::text and r.id <> ?",
                RegistrationRows::registration,
                kind,
                id));
  }

  private void addVersion(UUID id, long number, ValidRegistration record) {
    connections.withConnection(
        connection -> {
          RegistrationRows.add(
              connection, id, number, organization(), record, now(), Tenancy.require().userId());
          return record;
        });
  }

  private static UUID organization() {
    return Tenancy.require().organization().value();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
