package energy.optibid.identity.adapter;

import energy.optibid.identity.Directory;
import energy.optibid.identity.Organization;
import energy.optibid.identity.Profile;
import energy.optibid.identity.Role;
import energy.optibid.identity.User;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's organisation as the policies show it. */
@ApplicationScoped
@Typed(Directory.class)
public class PostgresDirectory implements Directory {

  private static final String MEMBERS =
      """
      select m.id as membership, u.id, u.email, u.display_name, u.state, m.role
      from membership m join app_user u on u.id = m.user_id
      where m.organization_id = current_organization()\s""";

  private final TenantConnections connections;
  private final Transactions transactions;

  @Inject
  public PostgresDirectory(TenantConnections connections, Transactions transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  @Override
  public Profile me() {
    Caller caller = Tenancy.require();
    return transactions.call(
        () -> {
          User user = user(caller.userId());
          return new Profile(user, organization(), user.role(), caller.permissions());
        });
  }

  @Override
  public Organization organization() {
    return transactions.call(() -> connections.withConnection(PostgresDirectory::own));
  }

  @Override
  public Page<User> users(@Nullable String cursor, int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    return transactions.call(
        () -> {
          Map<User, UUID> members =
              connections.withConnection(connection -> members(connection, after, limit + 1));
          return Page.of(
              List.copyOf(members.keySet()), limit, user -> String.valueOf(members.get(user)));
        });
  }

  @Override
  public User user(UUID id) {
    return transactions.call(
        () -> connections.withConnection(connection -> member(connection, id)));
  }

  private static Organization own(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                select id, name, slug, created_at from organization
                where id = current_organization()""");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw ProblemException.notFound("organisation");
      }
      return new Organization(
          new OrganizationId(row.getObject("id", UUID.class)),
          row.getString("name"),
          row.getString("slug"),
          row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
  }

  /** Members with the membership that is their place in the list. */
  private static Map<User, UUID> members(Connection connection, @Nullable UUID after, int limit)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            MEMBERS + "and (?::uuid is null or m.id > ?::uuid) order by m.id limit ?")) {
      query.setObject(1, after);
      query.setObject(2, after);
      query.setInt(3, limit);
      Map<User, UUID> members = new LinkedHashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          members.put(read(row), row.getObject("membership", UUID.class));
        }
      }
      return members;
    }
  }

  private static User member(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(MEMBERS + "and u.id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound("user");
        }
        return read(row);
      }
    }
  }

  private static User read(ResultSet row) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("display_name"),
        Role.of(row.getString("role")),
        User.State.of(row.getString("state")));
  }
}
