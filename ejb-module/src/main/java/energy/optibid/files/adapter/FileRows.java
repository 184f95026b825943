package energy.optibid.files.adapter;

import energy.optibid.files.FilePurpose;
import energy.optibid.files.FileState;
import energy.optibid.files.StoredFile;
import energy.optibid.files.StoredFile.Uploader;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of files and links; in the caller's transaction unless said otherwise. */
@ApplicationScoped
public class FileRows {
  private static final String FILES =
      """
      select f.id, f.organization_id, f.name, f.media_type, f.size, f.sha256, f.state, f.purpose,
        f.rejection, f.store, f.uploaded_by, coalesce(u.display_name, '') as uploader,
        f.uploaded_at
      from stored_file f left join app_user u on u.id = f.uploaded_by
      """;

  private final TenantConnections connections;
  private final SystemConnections system;

  @Inject
  public FileRows(TenantConnections connections, SystemConnections system) {
    this.connections = connections;
    this.system = system;
  }

  /**
   * A file with where it lies.
   *
   * @param store null for a rejected file
   */
  record Row(StoredFile file, OrganizationId organization, @Nullable String store) {}

  private static final SqlFunction<ResultSet, Row> ROW =
      row ->
          new Row(
              new StoredFile(
                  row.getObject("id", UUID.class),
                  row.getString("name"),
                  row.getString("media_type"),
                  row.getLong("size"),
                  row.getString("sha256"),
                  FileState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                  FilePurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                  row.getString("rejection"),
                  new Uploader(row.getObject("uploaded_by", UUID.class), row.getString("uploader")),
                  row.getObject("uploaded_at", OffsetDateTime.class).toInstant()),
              new OrganizationId(row.getObject("organization_id", UUID.class)),
              row.getString("store"));

  void insert(StoredFile file, @Nullable String store) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into stored_file (id, organization_id, name, media_type, size, sha256, state,
                  purpose, rejection, store, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::text, ?::text, ?, ?)""",
                file.id(),
                Tenancy.require().organization().value(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                word(file.state()),
                word(file.purpose()),
                file.rejection(),
                store,
                file.uploadedBy().id(),
                OffsetDateTime.ofInstant(file.uploadedAt(), ZoneOffset.UTC)));
  }

  /** Bytes the organisation keeps; whoever asked waits for others of it who did. */
  long used() {
    return connections.withConnection(
        connection -> {
          Sql.rows(
              connection,
              "select pg_advisory_xact_lock(hashtextextended(?, 98))",
              row -> true,
              "files " + Tenancy.require().organization());
          return Sql.first(
                  connection,
                  """
                  select coalesce(sum(size), 0) from stored_file
                  where organization_id = current_organization() and state = 'available'""",
                  row -> row.getLong(1))
              .orElseThrow();
        });
  }

  Optional<Row> find(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                FILES + "where f.organization_id = current_organization() and f.id = ?",
                ROW,
                id));
  }

  List<StoredFile> list(@Nullable FilePurpose purpose, @Nullable UUID before, int limit) {
    String word = purpose == null ? null : word(purpose);
    return connections
        .withConnection(
            connection ->
                Sql.rows(
                    connection,
                    FILES
                        + """
                        where f.organization_id = current_organization()
                          and (?::text is null or f.purpose = ?)
                          and (?::uuid is null or f.id < ?::uuid)
                        order by f.id desc limit ?""",
                    ROW,
                    word,
                    word,
                    before,
                    before,
                    limit))
        .stream()
        .map(Row::file)
        .toList();
  }

  boolean delete(UUID id) {
    return connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    delete from stored_file
                    where organization_id = current_organization() and id = ?""",
                    id))
        > 0;
  }

  void insertLink(UUID file, String tokenSha256, Instant now, Instant expiresAt) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into file_link (token_sha256, organization_id, file_id, made_by, made_at,
                  expires_at) values (?, ?, ?, ?, ?, ?)""",
                tokenSha256,
                Tenancy.require().organization().value(),
                file,
                Tenancy.require().userId(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC)));
  }

  /** The file of a link, whoever asks; in a transaction of its own. */
  Optional<Row> byLink(String tokenSha256, Instant now) {
    return system.inTransaction(
        connection ->
            Sql.first(
                connection,
                FILES
                    + """
                    join file_link l on l.file_id = f.id
                    where l.token_sha256 = ? and l.expires_at > ?""",
                ROW,
                tokenSha256,
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
  }

  /** Which of these files there are, of any organisation; in a transaction of its own. */
  Set<UUID> known(Collection<UUID> ids) {
    return system.inTransaction(
        connection ->
            new HashSet<>(
                Sql.rows(
                    connection,
                    "select id from stored_file where id = any(?)",
                    row -> row.getObject(1, UUID.class),
                    connection.createArrayOf("uuid", ids.toArray()))));
  }

  /** Forgets links that are over; in a transaction of its own. */
  void forgetLinks(Instant now) {
    system.inTransaction(
        connection ->
            Sql.change(
                connection,
                "delete from file_link where expires_at < ?",
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC)));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
