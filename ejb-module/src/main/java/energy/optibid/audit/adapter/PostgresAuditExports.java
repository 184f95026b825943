package energy.optibid.audit.adapter;

import energy.optibid.audit.AuditExports;
import energy.optibid.audit.AuditQuery;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.engine.audit.RecordedChange;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows go from the database's cursor to the client a thousand at a time. */
@ApplicationScoped
@Typed(AuditExports.class)
public class PostgresAuditExports implements AuditExports {
  private static final int PIECE = 1_000;
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "number",
              "at",
              "actor",
              "actor_kind",
              "session",
              "address",
              "user_agent",
              "action",
              "subject_type",
              "subject_id",
              "before",
              "after",
              "id",
              "previous_hash",
              "hash")
          .get();

  private final TenantConnections connections;
  private final Transactions transactions;

  @Inject
  public PostgresAuditExports(TenantConnections connections, Transactions transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  @Override
  public File export(Format format, AuditQuery query) {
    return new File(
        "audit." + format.name().toLowerCase(Locale.ROOT),
        format,
        out -> {
          try {
            transactions.call(
                () ->
                    connections.withConnection(
                        connection -> write(connection, format, new AuditFilter(query), out)));
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private static long write(
      Connection connection, Format format, AuditFilter filter, OutputStream out)
      throws SQLException {
    try (var rows =
        connection.prepareStatement(
            "select %s, %s from audit_seal s join audit_entry e on e.id = s.entry_id where s.organization_id = current_organization() and %s order by s.number"
                .formatted(AuditRows.ENTRY, AuditRows.SEAL, filter.sql()))) {
      filter.set(rows);
      rows.setFetchSize(PIECE);
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      long written = 0;
      try (ResultSet row = rows.executeQuery()) {
        CSVPrinter table = format == Format.CSV ? new CSVPrinter(writer, CSV) : null;
        while (row.next()) {
          if (table == null) {
            writer.append(AuditRows.chained(row).line()).append('\n');
          } else {
            print(table, AuditRows.change(row), AuditRows.chained(row));
          }
          written++;
        }
        writer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return written;
    }
  }

  private static void print(CSVPrinter table, RecordedChange change, ChainedEntry place)
      throws IOException {
    table.printRecord(
        place.number(),
        change.at(),
        change.actor(),
        change.actorKind(),
        change.session(),
        change.address(),
        harmless(change.userAgent()),
        change.action(),
        change.subjectType(),
        change.subjectId(),
        change.before(),
        change.after(),
        change.id(),
        place.previousHash(),
        place.hash());
  }

  /** What a client calls itself is its own choice; no spreadsheet shall take it for a formula. */
  private static String harmless(@Nullable String text) {
    return text == null ? "" : text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
