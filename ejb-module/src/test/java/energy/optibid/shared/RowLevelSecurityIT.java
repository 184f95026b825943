package energy.optibid.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowLevelSecurityIT {

  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final Caller ONE = Tenants.create(SERVER);
  private static final Caller OTHER = Tenants.create(SERVER);

  @BeforeAll
  static void eachTenantHasRows() {
    for (Caller caller : List.of(ONE, OTHER)) {
      TRANSACTIONS.runAs(caller, () -> insertAudit(caller.organization()));
    }
  }

  @Test
  void withoutAWhereOnlyOwnRowsAreSeen() {
    for (Caller caller : List.of(ONE, OTHER)) {
      assertEquals(
          List.of(caller.organization().value()),
          TRANSACTIONS.callAs(caller, () -> organizationsIn("audit_entry")));
      assertEquals(
          List.of(caller.organization().value()),
          TRANSACTIONS.callAs(caller, () -> organizationsIn("membership")));
    }
  }

  @Test
  void withoutACallerNothingIsSeen() {
    assertEquals(List.of(), TRANSACTIONS.call(() -> organizationsIn("audit_entry")));
  }

  @Test
  void aRowCannotBeForgedForAnother() {
    DatabaseException refused =
        assertThrows(
            DatabaseException.class,
            () -> TRANSACTIONS.runAs(ONE, () -> insertAudit(OTHER.organization())));
    assertEquals("42501", refused.sqlState());
  }

  @Test
  void secretsAreOutOfReachOfTheApplication() {
    for (String table : List.of("credential", "session", "refresh_token", "login_attempt")) {
      DatabaseException refused =
          assertThrows(
              DatabaseException.class,
              () -> TRANSACTIONS.callAs(ONE, () -> count("select count(*) from " + table)));
      assertEquals("42501", refused.sqlState(), table);
    }
  }

  @Test
  void auditEntriesCannotBeChangedOrRemoved() {
    for (String change :
        List.of("update audit_entry set action = 'x'", "delete from audit_entry")) {
      assertThrows(
          DatabaseException.class, () -> TRANSACTIONS.runAs(ONE, () -> execute(change)), change);
    }
  }

  @Test
  void everyTableOfATenantIsForced() throws SQLException {
    List<String> open = new ArrayList<>();
    int tables = 0;
    try (Connection owner = SERVER.owner().getConnection();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    """
                    select c.relname, c.relrowsecurity and c.relforcerowsecurity
                    from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                      and a.attname = 'organization_id' and not a.attisdropped
                      and has_any_column_privilege('optibid_app', c.oid, 'select')""")) {
      while (rows.next()) {
        tables++;
        if (!rows.getBoolean(2)) {
          open.add(rows.getString(1));
        }
      }
    }
    assertTrue(tables >= 5, "tables found: " + tables);
    assertEquals(List.of(), open);
  }

  @Test
  void twentyThreadsOfTwoTenantsOnASmallPoolNeverMix() throws Exception {
    assertEquals(0, foreignSightings(true));
  }

  @Test
  void aSettingThatOutlivesItsTransactionWouldLeak() throws Exception {
    // The control: the same load with is_local=false must be caught by the same check.
    assertTrue(foreignSightings(false) > 0);
  }

  /** How often one of 20 threads saw a row it should not see, on 3 pooled connections. */
  private static int foreignSightings(boolean local) throws Exception {
    BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(3);
    for (int i = 0; i < 3; i++) {
      pool.add(SERVER.application().getConnection());
    }
    AtomicInteger sightings = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < 20; thread++) {
        Caller caller = thread % 2 == 0 ? ONE : OTHER;
        work.add(
            () -> {
              for (int round = 0; round < 50; round++) {
                // every third round nobody is bound, every fifth rolls back
                UUID organization = round % 3 == 0 ? null : caller.organization().value();
                sightings.addAndGet(look(pool, organization, local, round % 5 == 0));
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
      for (Connection connection : pool) {
        connection.close();
      }
    }
    return sightings.get();
  }

  private static int look(
      BlockingQueue<Connection> pool, @Nullable UUID organization, boolean local, boolean rollback)
      throws Exception {
    Connection connection = pool.take();
    try {
      connection.setAutoCommit(false);
      if (organization != null) {
        try (var set =
            connection.prepareStatement("select set_config('app.organization_id', ?, ?)")) {
          set.setString(1, organization.toString());
          set.setBoolean(2, local);
          set.execute();
        }
      }
      int foreign = 0;
      try (var rows =
          connection.createStatement().executeQuery("select organization_id from audit_entry")) {
        while (rows.next()) {
          if (!rows.getObject(1, UUID.class).equals(organization)) {
            foreign++;
          }
        }
      }
      if (rollback) {
        connection.rollback();
      } else {
        connection.commit();
      }
      return foreign;
    } finally {
      pool.add(connection);
    }
  }

  private static void insertAudit(OrganizationId organization) {
    execute(
        """
        insert into audit_entry (id, organization_id, actor, action, subject_type, subject_id, after)
        values ('%s', '%s', '%s', 'test', 'test', '%s', '{}')"""
            .formatted(Ids.next(), organization, Ids.next(), Ids.next()));
  }

  private static void execute(String sql) {
    TRANSACTIONS.withConnection(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  private static long count(String sql) {
    return TRANSACTIONS.withConnection(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private static List<UUID> organizationsIn(String table) {
    return TRANSACTIONS.withConnection(
        connection -> {
          List<UUID> found = new ArrayList<>();
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery("select distinct organization_id from " + table)) {
            while (rows.next()) {
              found.add(rows.getObject(1, UUID.class));
            }
          }
          return found;
        });
  }
}
