package energy.optibid.launcher.audit;

import energy.optibid.engine.audit.BrokenLink;
import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.engine.audit.RecordedChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The chains as they lie in the database, read past the application in one snapshot. The connection
 * is the system role's; the caller closes it.
 */
public final class DatabaseChains {
  private static final int PIECE = 1_000;

  private final Connection connection;

  /** An organisation by its short name. */
  public record Organization(UUID id, String slug) {}

  /** First and last number of a part. */
  private record Part(long first, long last) {}

  public DatabaseChains(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  /**
   * All organisations, or the one of that short name or identifier.
   *
   * @return empty when there is none
   */
  public List<Organization> organizations(@Nullable String named) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select id, slug from organization
            where ?::text is null or slug = ? or id::text = ? order by slug""")) {
      for (int i = 1; i <= 3; i++) {
        query.setString(i, named);
      }
      List<Organization> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Organization(row.getObject(1, UUID.class), row.getString(2)));
        }
      }
      return found;
    }
  }

  /**
   * Follows a chain from its first entry to its recorded head.
   *
   * @param noted its end as it was noted down earlier, null for nothing
   */
  public ChainVerdict verify(Organization organization, @Nullable ChainHead noted)
      throws SQLException {
    ChainCheck check = ChainCheck.whole();
    Optional<BrokenLink> broken = follow(organization, check, new Part(1, Long.MAX_VALUE), noted);
    if (broken.isEmpty()) {
      ChainHead head = head(organization);
      broken = check.end(head.number(), head.hash());
    }
    if (broken.isEmpty() && noted != null) {
      broken = noted.isBeyond(check);
    }
    if (broken.isEmpty()) {
      broken = neverSealed(organization);
    }
    return verdict(organization, check, broken);
  }

  /** Follows the part of a chain whose entries were made in a period, half open. */
  public ChainVerdict verify(Organization organization, OffsetDateTime from, OffsetDateTime to)
      throws SQLException {
    Optional<Part> part = part(organization, from, to);
    if (part.isEmpty()) {
      return verdict(organization, ChainCheck.part(), Optional.empty());
    }
    ChainCheck check =
        ChainCheck.from(part.get().first(), hashBefore(organization, part.get().first()));
    return verdict(organization, check, follow(organization, check, part.get(), null));
  }

  private static ChainVerdict verdict(
      Organization organization, ChainCheck check, Optional<BrokenLink> broken) {
    return new ChainVerdict(
        organization.slug(),
        check.checked(),
        check.last().map(ChainedEntry::number).orElse(0L),
        check.last().map(ChainedEntry::hash).orElse(null),
        broken);
  }

  private Optional<BrokenLink> follow(
      Organization organization, ChainCheck check, Part part, @Nullable ChainHead noted)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select s.number, s.previous_hash, s.hash, e.id, e.organization_id, e.at, e.actor,
              e.actor_kind, e.session_id, e.address, e.user_agent, e.action, e.subject_type,
              e.subject_id, e.before, e.after
            from audit_seal s left join audit_entry e on e.id = s.entry_id
            where s.organization_id = ? and s.number between ? and ? order by s.number""")) {
      query.setObject(1, organization.id());
      query.setLong(2, part.first());
      query.setLong(3, part.last());
      query.setFetchSize(PIECE);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long number = row.getLong("number");
          if (row.getObject("id") == null) {
            return Optional.of(
                new BrokenLink(
                    number, BrokenLink.Kind.MISSING, "Entry #" + number + " was taken away."));
          }
          ChainedEntry entry = entry(row);
          Optional<BrokenLink> broken = check.next(entry);
          if (broken.isEmpty() && noted != null) {
            broken = noted.contradicts(entry);
          }
          if (broken.isPresent()) {
            return broken;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static ChainedEntry entry(ResultSet row) throws SQLException {
    RecordedChange change =
        new RecordedChange(
            row.getObject("id", UUID.class),
            row.getObject("organization_id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("actor", UUID.class),
            row.getString("actor_kind"),
            row.getObject("session_id", UUID.class),
            row.getString("address"),
            row.getString("user_agent"),
            row.getString("action"),
            row.getString("subject_type"),
            row.getObject("subject_id", UUID.class),
            row.getString("before"),
            row.getString("after"));
    return change.chained(
        row.getLong("number"), row.getString("previous_hash"), row.getString("hash"));
  }

  private ChainHead head(Organization organization) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select number, hash from audit_head where organization_id = ?")) {
      query.setObject(1, organization.id());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new ChainHead(row.getLong(1), row.getString(2))
            : new ChainHead(0, ChainedEntry.GENESIS);
      }
    }
  }

  private Optional<BrokenLink> neverSealed(Organization organization) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select e.id from audit_entry e where e.organization_id = ?
              and not exists (select 1 from audit_seal s where s.entry_id = e.id)
              and not exists (select 1 from audit_unsealed w where w.entry_id = e.id)
            order by e.id limit 1""")) {
      query.setObject(1, organization.id());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new BrokenLink(
                    0,
                    BrokenLink.Kind.UNSEALED,
                    "Entry %s has no seal and waits for none.".formatted(row.getString(1))))
            : Optional.empty();
      }
    }
  }

  private Optional<Part> part(Organization organization, OffsetDateTime from, OffsetDateTime to)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select min(s.number), max(s.number)
            from audit_seal s join audit_entry e on e.id = s.entry_id
            where s.organization_id = ? and e.at >= ? and e.at < ?""")) {
      query.setObject(1, organization.id());
      query.setObject(2, from);
      query.setObject(3, to);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getLong(1) > 0
            ? Optional.of(new Part(row.getLong(1), row.getLong(2)))
            : Optional.empty();
      }
    }
  }

  private String hashBefore(Organization organization, long number) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hash from audit_seal where organization_id = ? and number = ?")) {
      query.setObject(1, organization.id());
      query.setLong(2, number - 1);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : ChainedEntry.GENESIS;
      }
    }
  }
}
