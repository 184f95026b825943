package energy.optibid.imports.adapter;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.ImportedFile;
import energy.optibid.imports.Upload;
import energy.optibid.imports.domain.ImportTask;
import energy.optibid.imports.domain.Intake;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of imports, their files and their faults. Every call joins the caller's transaction. */
final class ImportRows {
  private static final String IMPORTS =
      "select id, format, state, fault_count, auction_ids, job_id, created_at, created_by,"
          + " dry_run, summary"
          + " from market_import";

  private final TenantConnections connections;

  ImportRows(TenantConnections connections) {
    this.connections = connections;
  }

  void insert(
      UUID id,
      String format,
      @Nullable LocalDate deliveryDay,
      boolean dryRun,
      PriceDiscovery priceSource,
      Upload upload,
      UUID jobId) {
    Caller caller = Tenancy.require();
    UUID organization = caller.organization().value();
    connections.withConnection(
        connection -> {
          Sql.change(
              connection,
              "insert into market_import (id, organization_id, format, delivery_day, dry_run,"
                  + " price_source, state, spool, job_id, created_by)"
                  + " values (?, ?, ?, ?, ?, ?, 'received', ?, ?, ?)",
              id,
              organization,
              format,
              deliveryDay,
              dryRun,
              priceSource.code(),
              upload.id(),
              jobId,
              caller.userId());
          int position = 0;
          for (String name : upload.names()) {
            position +=
                Sql.change(
                    connection,
                    "insert into market_import_file (import_id, organization_id, position, name)"
                        + " values (?, ?, ?, ?)",
                    id,
                    organization,
                    position,
                    name);
          }
          return position;
        });
  }

  Import find(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(connection, IMPORTS + " where id = ?", row -> imported(connection, row), id)
                .orElseThrow(() -> ProblemException.notFound("import")));
  }

  Page<Import> list(@Nullable String cursor, int limit) {
    List<Import> oneMore =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    IMPORTS + " where id < ? order by id desc limit ?",
                    row -> imported(connection, row),
                    cursor == null ? new UUID(-1, -1) : id(cursor),
                    limit + 1));
    return Page.of(oneMore, limit, found -> found.id().toString());
  }

  private static Import imported(Connection connection, ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    List<ImportedFile> files =
        Sql.rows(
            connection,
            "select name, kind, rows, normalised, refused from market_import_file"
                + " where import_id = ? order by position",
            file ->
                new ImportedFile(
                    file.getString(1),
                    file.getString(2),
                    file.getLong(3),
                    file.getLong(4),
                    file.getLong(5)),
            id);
    return new Import(
        id,
        row.getString(2),
        row.getBoolean(9),
        ImportState.ofCode(row.getString(3)),
        files,
        row.getInt(4),
        SummaryJson.read(row.getString(10)),
        List.of((UUID[]) row.getArray(5).getArray()),
        row.getObject(6, UUID.class),
        row.getObject(7, OffsetDateTime.class),
        row.getObject(8, UUID.class));
  }

  ImportTask task(UUID id) {
    return connections.withConnection(
        connection -> {
          List<String> names =
              Sql.rows(
                  connection,
                  "select name from market_import_file where import_id = ? order by position",
                  row -> row.getString(1),
                  id);
          return Sql.first(
                  connection,
                  "select state, format, dry_run, delivery_day, spool, auction_ids, price_source"
                      + " from market_import where id = ?",
                  row ->
                      new ImportTask(
                          id,
                          ImportState.ofCode(row.getString(1)),
                          row.getString(2),
                          row.getBoolean(3),
                          PriceDiscovery.ofCode(row.getString(7)).orElseThrow(),
                          row.getObject(4, LocalDate.class),
                          row.getObject(5, UUID.class),
                          names,
                          List.of((UUID[]) row.getArray(6).getArray())),
                  id)
              .orElseThrow(() -> ProblemException.notFound("import"));
        });
  }

  /** From a state that is not final; an import that has ended meanwhile is not touched. */
  void changeState(UUID id, ImportState state) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                "update market_import set state = ? where id = ?"
                    + " and state in ('received', 'checking')",
                state.code(),
                id));
  }

  /**
   * @throws ProblemException {@code illegal_transition} when the import has ended meanwhile, so
   *     that nothing is published after a failure
   */
  void publish(UUID id, List<UUID> auctions) {
    int changed =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    "update market_import set state = 'published', auction_ids = ? where id = ?"
                        + " and state = 'checking'",
                    connection.createArrayOf("uuid", auctions.toArray()),
                    id));
    if (changed != 1) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "The import has ended before it could be published.");
    }
  }

  void writeIntake(UUID id, Intake intake) {
    UUID organization = Tenancy.require().organization().value();
    connections.withConnection(
        connection -> {
          int position = 0;
          for (ImportedFile file : intake.files()) {
            Sql.change(
                connection,
                "update market_import_file set kind = ?, rows = ?, normalised = ?, refused = ?"
                    + " where import_id = ? and position = ?",
                file.kind(),
                file.rows(),
                file.normalised(),
                file.refused(),
                id,
                position++);
          }
          Sql.change(
              connection,
              "update market_import set fault_count = ?, summary = ?::jsonb where id = ?",
              intake.faultCount(),
              SummaryJson.write(intake.summary()),
              id);
          Sql.change(connection, "delete from market_import_fault where import_id = ?", id);
          return Sql.copyInto(
              connection,
              "market_import_fault",
              "import_id, organization_id, position, file, line, field, code, reason, value",
              FaultText.of(id, organization, intake.faults()));
        });
  }

  Page<ImportFault> faults(UUID id, @Nullable String cursor, int limit) {
    int after = cursor == null ? -1 : position(cursor);
    List<ImportFault> oneMore =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    "select file, line, field, code, reason, value from market_import_fault"
                        + " where import_id = ? and position > ? order by position limit ?",
                    row ->
                        new ImportFault(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)),
                    id,
                    after,
                    limit + 1));
    boolean more = oneMore.size() > limit;
    List<ImportFault> items = new ArrayList<>(more ? oneMore.subList(0, limit) : oneMore);
    return new Page<>(items, more ? Integer.toString(after + limit) : null);
  }

  private static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static int position(String cursor) {
    try {
      return Integer.parseInt(cursor);
    } catch (NumberFormatException e) {
      throw unreadable();
    }
  }

  private static ProblemException unreadable() {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "cursor is not one this list has given out.");
  }
}
