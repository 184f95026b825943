package energy.optibid.launcher.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.local.process.Ending;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir Path folder;
  private Home home = new Home(Path.of("."));

  @BeforeEach
  void prepare() {
    home = new Home(folder.resolve("home"));
    home.prepare();
  }

  @AfterEach
  void stop() {
    EmbeddedPostgres.stop(home);
  }

  @Test
  void survivesItsLauncherAndItsOwnDeath() throws SQLException {
    DatabaseUrl url = start();
    new DatabaseAccount("optibid_app", "first").ensure(url);
    new DatabaseAccount("optibid_app", "second").ensure(url);
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      assertEquals("on", show(statement, "fsync"));
      assertEquals("on", show(statement, "synchronous_commit"));
      assertEquals("on", show(statement, "full_page_writes"));
      assertEquals("on", show(statement, "data_checksums"));
      assertEquals("127.0.0.1", show(statement, "listen_addresses"));
      statement.execute("create table kept (n int); insert into kept values (42)");
    }
    assertThrows(
        SQLException.class, () -> DriverManager.getConnection(url.jdbc(), url.user(), "guessed"));
    DriverManager.getConnection(url.jdbc(), "optibid_app", "second").close();

    long first = EmbeddedPostgres.pidFile(home).process().orElseThrow().pid();
    DatabaseUrl takenOver = start();
    assertEquals(url.port(), takenOver.port());
    assertEquals(first, EmbeddedPostgres.pidFile(home).process().orElseThrow().pid());

    ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
    postmaster.destroyForcibly();
    assertTrue(Ending.gone(postmaster, Duration.ofSeconds(10)));
    DatabaseUrl again = start();
    assertEquals(url.port(), again.port());
    try (Connection connection = connect(again);
        Statement statement = connection.createStatement()) {
      ResultSet row = statement.executeQuery("select n from kept");
      row.next();
      assertEquals(42, row.getInt(1));
    }

    assertTrue(EmbeddedPostgres.stop(home));
    assertFalse(EmbeddedPostgres.stop(home));
  }

  private DatabaseUrl start() {
    return new EmbeddedPostgres(home, new Secrets(home.secrets().resolve("p.properties"))).start();
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
  }

  private static String show(Statement statement, String setting) throws SQLException {
    ResultSet row = statement.executeQuery("show " + setting);
    row.next();
    return row.getString(1);
  }
}
