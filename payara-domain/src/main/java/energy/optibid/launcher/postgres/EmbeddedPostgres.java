package energy.optibid.launcher.postgres;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Child;
import energy.optibid.local.process.Command;
import energy.optibid.local.process.Ending;
import energy.optibid.local.process.PidFile;
import energy.optibid.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * The PostgreSQL of an installation that was given no {@code DATABASE_URL}: loopback only, SCRAM
 * with a generated password, durable. It may outlive the launcher; the next start takes it over.
 */
public final class EmbeddedPostgres {
  /**
   * The version of the binaries; its first number must never change for an existing data folder.
   */
  static final String VERSION = "15.19";

  private static final String SUPERUSER = "optibid";
  private static final String DATABASE = "optibid";
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  /** What must hold for acknowledged data to survive a crash, and for strangers to be kept out. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "password_encryption", "scram-sha-256",
          "listen_addresses", "127.0.0.1");

  private final Home home;
  private final DataFolder data;
  private final PidFile pidFile;
  private final String password;

  public EmbeddedPostgres(Home home, Secrets secrets) {
    this.home = home;
    this.data = new DataFolder(home.postgres().resolve("data"));
    this.pidFile = pidFile(home);
    this.password = secrets.password("postgres.password");
  }

  /** Where the process id of an installation's PostgreSQL is written. */
  public static PidFile pidFile(Home home) {
    return new PidFile(home.run().resolve("postgres.pid"));
  }

  /**
   * Makes the database if it is missing, starts the server or takes a running one over, and checks
   * its settings.
   *
   * @return where it is, as its owner
   * @throws LaunchFailure when it does not accept connections in a minute or a setting is unsafe
   */
  public DatabaseUrl start() {
    PostgresBinaries binaries = PostgresBinaries.in(home.postgres().resolve("bin-" + VERSION));
    if (!data.isInitialised()) {
      initialise(binaries);
    }
    DatabaseUrl url = data.running().map(this::takeOver).orElseGet(() -> startServer(binaries));
    try (Connection connection = waitForConnection(url)) {
      requireSafeSettings(connection);
    } catch (SQLException e) {
      throw new LaunchFailure(
          "The embedded PostgreSQL does not answer as it should: " + e.getMessage(), e);
    }
    return url;
  }

  /**
   * Ends the server of this home in its fast mode: transactions are rolled back, data is written.
   *
   * @return true when there was one to end
   */
  public static boolean stop(Home home) {
    DataFolder folder = new DataFolder(home.postgres().resolve("data"));
    Optional<ProcessHandle> postmaster = folder.running().map(DataFolder.Running::postmaster);
    postmaster.ifPresent(
        process -> {
          sendFastShutdown(process);
          if (!Ending.gone(process, STOP_WITHIN)) {
            Ending.end(process, Duration.ZERO);
          }
        });
    pidFile(home).delete();
    return postmaster.isPresent();
  }

  private static void sendFastShutdown(ProcessHandle postmaster) {
    Command.run(List.of("kill", "-INT", Long.toString(postmaster.pid())), Map.of(), Path.of("/"));
  }

  private void initialise(PostgresBinaries binaries) {
    Path passwordFile = home.secrets().resolve("postgres.initial");
    OwnerOnly.write(passwordFile, password + "\n");
    try {
      Command.Result result =
          Command.run(
              asAnyUser(
                  binaries.program("initdb"),
                  "--pgdata=" + data.path(),
                  "--username=" + SUPERUSER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--data-checksums"),
              Map.of(),
              home.folder());
      if (!result.succeeded()) {
        throw new LaunchFailure(
            "The embedded PostgreSQL could not be created (%s); as root this needs user namespaces: start as an ordinary user or set DATABASE_URL."
                .formatted(result.output().strip()));
      }
      Files.writeString(data.path().resolve("postgresql.auto.conf"), settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  private static String settings() {
    return """
    fsync = on
    synchronous_commit = on
    full_page_writes = on
    password_encryption = 'scram-sha-256'
    shared_buffers = '128MB'
    max_connections = 100
    timezone = 'UTC'
    log_timezone = 'UTC'
    log_line_prefix = '%m [%p] %q%u@%d '
    log_min_duration_statement = '2s'
    """;
  }

  private DatabaseUrl startServer(PostgresBinaries binaries) {
    data.clearStalePidFile();
    int port = choosePort();
    Child child = new Child(home.logs().resolve("postgresql.log"), pidFile);
    Process process =
        child.start(
            asAnyUser(
                binaries.program("postgres"),
                "-D",
                data.path().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="),
            Map.of(),
            home.folder());
    DatabaseUrl url = url(port);
    Instant deadline = Instant.now().plus(START_WITHIN);
    while (process.isAlive() && Instant.now().isBefore(deadline)) {
      if (data.running().isPresent() && answers(url)) {
        return url;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new LaunchFailure(
        "The embedded PostgreSQL did not start within %d s; its log %s ends:%n%s"
            .formatted(START_WITHIN.toSeconds(), child.log(), child.tail(10)));
  }

  private DatabaseUrl takeOver(DataFolder.Running running) {
    pidFile.write(running.postmaster().pid());
    return url(running.port());
  }

  private DatabaseUrl url(int port) {
    return new DatabaseUrl("127.0.0.1", port, DATABASE, "", SUPERUSER, password);
  }

  /** The port of the last start when it is still free, so that tools keep their settings. */
  private int choosePort() {
    Path remembered = home.postgres().resolve("port");
    try {
      if (Files.exists(remembered)) {
        int port = Integer.parseInt(Files.readString(remembered).trim());
        if (Ports.isFree(InetAddress.getLoopbackAddress(), port)) {
          return port;
        }
      }
      int port = Ports.anyFree();
      Files.writeString(remembered, port + "\n");
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody special. */
  private static List<String> asAnyUser(String... command) {
    List<String> line = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      line.add("unshare");
      line.add("--user");
    }
    line.addAll(List.of(command));
    return line;
  }

  private boolean answers(DatabaseUrl url) {
    try (Connection connection = connect(url, "postgres")) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection waitForConnection(DatabaseUrl url) throws SQLException {
    try (Connection maintenance = connect(url, "postgres");
        Statement statement = maintenance.createStatement()) {
      ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
    return connect(url, DATABASE);
  }

  private static Connection connect(DatabaseUrl url, String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", url.user());
    login.setProperty("password", url.password());
    login.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(url.host(), url.port(), database), login);
  }

  private static void requireSafeSettings(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> setting : REQUIRED.entrySet()) {
        ResultSet shown = statement.executeQuery("show " + setting.getKey());
        shown.next();
        if (!shown.getString(1).equals(setting.getValue())) {
          throw new LaunchFailure(
              "The embedded PostgreSQL runs with %s = %s, which is not safe; set it to %s in postgresql.conf."
                  .formatted(setting.getKey(), shown.getString(1), setting.getValue()));
        }
      }
    }
  }
}
