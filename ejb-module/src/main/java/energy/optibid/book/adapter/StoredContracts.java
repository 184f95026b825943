package energy.optibid.book.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.book.Contract;
import energy.optibid.book.ContractInput;
import energy.optibid.book.Contracts;
import energy.optibid.book.domain.ProfileFile;
import energy.optibid.book.domain.ValidContract;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts in PostgreSQL; one transaction per change, with its audit entry. */
@ApplicationScoped
@Typed(Contracts.class)
@InTransaction
public class StoredContracts implements Contracts {
  private final TenantConnections connections;
  private final Assets assets;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StoredContracts(
      TenantConnections connections, Assets assets, AuditTrail audit, Clock clock) {
    this.connections = connections;
    this.assets = assets;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Page<Contract> list(@Nullable UUID assetId, @Nullable String cursor, int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    List<Contract> oneMore =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    ContractRows.SELECT
                        + ContractRows.NEWEST
                        + """
                           and c.removed_at is null
                           and (?::uuid is null or v.asset_id = ?::uuid)
                           and (?::uuid is null or c.id > ?::uuid)
                         order by c.id limit ?
                        """,
                    ContractRows::contract,
                    assetId,
                    assetId,
                    after,
                    after,
                    limit + 1));
    return Page.of(oneMore, limit, contract -> contract.id().toString());
  }

  @Override
  public Contract require(UUID id) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    ContractRows.SELECT + ContractRows.NEWEST + " and c.id = ?",
                    ContractRows::contract,
                    id))
        .orElseThrow(() -> ProblemException.notFound("contract"));
  }

  @Override
  public List<Contract> versions(UUID id) {
    require(id);
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                ContractRows.SELECT + " where c.id = ? order by v.number",
                ContractRows::contract,
                id));
  }

  @Override
  public Contract create(ContractInput input) {
    ValidContract contract = valid(input);
    UUID id = Ids.next();
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                "insert into contract (id, organization_id, version) values (?, ?, 1)",
                id,
                organization()));
    addVersion(id, 1, contract);
    Contract created = require(id);
    audit.record("contract.created", "contract", id, ContractRows.json(created));
    return created;
  }

  @Override
  public Contract replace(UUID id, long expectedVersion, ContractInput input) {
    Contract before = hold(id, expectedVersion);
    ValidContract contract = valid(input);
    connections.withConnection(
        connection ->
            Sql.change(connection, "update contract set version = version + 1 where id = ?", id));
    addVersion(id, expectedVersion + 1, contract);
    Contract after = require(id);
    audit.record(
        "contract.changed", "contract", id, ContractRows.json(before), ContractRows.json(after));
    return after;
  }

  @Override
  public Contract importProfile(UUID id, long expectedVersion, String csv) {
    return replace(id, expectedVersion, ValidContract.with(require(id), ProfileFile.read(csv)));
  }

  @Override
  public void remove(UUID id, long expectedVersion) {
    JsonObject before = ContractRows.json(hold(id, expectedVersion));
    connections.withConnection(
        connection ->
            Sql.change(connection, "update contract set removed_at = ? where id = ?", now(), id));
    audit.record("contract.removed", "contract", id, before, JsonValue.EMPTY_JSON_OBJECT);
  }

  /** The contract, held against other changes until the transaction ends. */
  private Contract hold(UUID id, long expectedVersion) {
    connections.withConnection(
        connection ->
            Sql.first(
                connection, "select 1 from contract where id = ? for update", row -> true, id));
    Contract contract = require(id);
    if (contract.removed()) {
      throw new ProblemException(ProblemCode.CONFLICT, "This contract was removed.");
    }
    if (contract.version() != expectedVersion) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "Somebody changed this contract in the meantime.");
    }
    return contract;
  }

  private ValidContract valid(ContractInput input) {
    return ValidContract.of(input, new ValidContract.Known(assets::find, this::isExchange));
  }

  private boolean isExchange(UUID id) {
    return connections
        .withConnection(
            connection ->
                Sql.first(connection, "select 1 from exchange where id = ?", row -> true, id))
        .isPresent();
  }

  private void addVersion(UUID id, long number, ValidContract contract) {
    connections.withConnection(
        connection -> {
          ContractRows.add(
              connection, id, number, organization(), contract, now(), Tenancy.require().userId());
          return contract;
        });
  }

  private static UUID organization() {
    return Tenancy.require().organization().value();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
