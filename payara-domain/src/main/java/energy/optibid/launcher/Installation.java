package energy.optibid.launcher;

import energy.optibid.launcher.frontend.Frontend;
import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.launcher.home.SigningKeys;
import energy.optibid.launcher.postgres.DatabaseUrl;
import energy.optibid.launcher.postgres.EmbeddedPostgres;
import energy.optibid.launcher.server.Deployment;
import energy.optibid.launcher.server.HttpProbe;
import energy.optibid.launcher.server.MicroNode;
import energy.optibid.launcher.server.PayaraServer;
import energy.optibid.launcher.server.ServerSettings;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.LocalServices;
import energy.optibid.local.process.Ending;
import energy.optibid.local.process.PidFile;
import energy.optibid.local.process.Ports;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One home folder brought to life: PostgreSQL, then the server with the EAR, then the frontend. */
final class Installation {
  private static final Duration SERVER_UP_WITHIN = Duration.ofMinutes(5);
  private static final Duration APPLICATION_READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration FRONTEND_READY_WITHIN = Duration.ofMinutes(1);
  private static final Duration END_WITHIN = Duration.ofSeconds(45);

  private final Home home;
  private final RunOptions options;
  private final Map<String, String> environment;
  private final Progress progress;
  private final HttpProbe probe = new HttpProbe();
  private final List<Part> parts = new ArrayList<>();

  /** A process the installation cannot do without. */
  record Part(String name, ProcessHandle process, Path log) {}

  Installation(Home home, RunOptions options, Map<String, String> environment, Progress progress) {
    this.home = home;
    this.options = options;
    this.environment = environment;
    this.progress = progress;
  }

  /** What has been started and must go on living. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /**
   * Starts everything and returns when all of it answers.
   *
   * @throws LaunchFailure with the reason; what was started so far still runs
   */
  void start() {
    requireFreePorts();
    Frontend frontend = new Frontend(Checkout.frontend(), home);
    boolean withFrontend = !options.noFrontend && frontend.exists();
    if (withFrontend) {
      Frontend.requireNode();
    }
    Secrets secrets = new Secrets(home.secrets().resolve("passwords.properties"));
    SigningKeys keys = new SigningKeys(home.keys());
    keys.ensure();

    CompletableFuture<DatabaseUrl> database = database(secrets);
    CompletableFuture<ServicesBeside> beside =
        CompletableFuture.supplyAsync(() -> ServicesBeside.start(home, options.with, progress));
    CompletableFuture<PayaraServer> domain =
        CompletableFuture.supplyAsync(() -> serverWithDomain(secrets));
    DatabaseUrl url = join(database);
    ApplicationSettings.accounts(secrets).forEach(account -> account.ensure(url));
    ServerSettings settings =
        new ServerSettings(
            options.bindAddress(),
            options.port,
            options.adminPort,
            ApplicationSettings.write(
                home, options, url, secrets, keys, environment, join(beside).settings()),
            options.heap);
    startServer(join(domain), settings);
    if (withFrontend) {
      startFrontend(frontend);
    }
  }

  private void requireFreePorts() {
    InetAddress bind = options.bindAddress();
    Ports.requireFree(bind, options.port, "the API", "--port");
    Ports.requireFree(
        InetAddress.getLoopbackAddress(), options.adminPort, "the admin console", "--admin-port");
    if (!options.noFrontend) {
      Ports.requireFree(bind, options.frontendPort, "the user interface", "--frontend-port");
    }
  }

  private CompletableFuture<DatabaseUrl> database(Secrets secrets) {
    String given = RunOptions.databaseUrl(environment);
    if (given != null) {
      DatabaseUrl url = DatabaseUrl.parse(given);
      progress.say("PostgreSQL at " + url + " (DATABASE_URL)");
      return CompletableFuture.completedFuture(url);
    }
    progress.say("starting PostgreSQL");
    EmbeddedPostgres postgres = new EmbeddedPostgres(home, secrets);
    return CompletableFuture.supplyAsync(
        () -> {
          DatabaseUrl url = postgres.start();
          EmbeddedPostgres.pidFile(home)
              .process()
              .ifPresent(
                  process ->
                      parts.add(
                          new Part("PostgreSQL", process, home.logs().resolve("postgresql.log"))));
          progress.say("PostgreSQL is up on port " + url.port());
          return url;
        });
  }

  private PayaraServer serverWithDomain(Secrets secrets) {
    PayaraServer server = new PayaraServer(home, secrets, Checkout.payaraArchives());
    server.ensureDomain(options.adminPort, options.port, Ports.anyFree());
    return server;
  }

  private void startServer(PayaraServer server, ServerSettings settings) {
    progress.say("starting Payara Server");
    ProcessHandle process = server.start(settings).toHandle();
    Path log = home.domain().resolve("logs/server.log");
    parts.add(new Part("Payara Server", process, log));
    URI admin = URI.create("http://127.0.0.1:%d/__asadmin/version".formatted(options.adminPort));
    if (!probe.waitFor(admin, process, SERVER_UP_WITHIN)) {
      throw new LaunchFailure(
          "Payara Server did not come up; see %s and %s.".formatted(server.child().log(), log));
    }
    server.ensureResources(options.adminPort);
    if (options.noApplication) {
      return;
    }
    Deployment deployment = server.deployment(Checkout.ear());
    if (!deployment.isCurrent()) {
      progress.say("deploying the application");
      deployment.deploy(options.adminPort);
    }
    progress.say("waiting for the application");
    if (!probe.waitFor(readiness(), process, APPLICATION_READY_WITHIN)) {
      throw new LaunchFailure(
          "The application is not ready: %s says why, and so does %s.".formatted(readiness(), log));
    }
  }

  private void startFrontend(Frontend frontend) {
    if (!frontend.isBuilt()) {
      progress.say("building the user interface (npm ci, next build)");
      frontend.build();
    }
    progress.say("starting the user interface");
    ProcessHandle process =
        frontend
            .start(
                options.bind,
                options.frontendPort,
                Map.of(
                    "OPTIBID_API_URL", options.apiUrl(),
                    "OPTIBID_WS_URL", options.webSocketUrl(),
                    "NEXT_PUBLIC_API_URL", options.apiUrl(),
                    "NEXT_PUBLIC_WS_URL", options.webSocketUrl(),
                    "NEXT_TELEMETRY_DISABLED", "1"))
            .toHandle();
    parts.add(new Part("The user interface", process, frontend.child().log()));
    URI address =
        URI.create(
            "http://%s:%d/"
                .formatted(
                    options.bindAddress().isAnyLocalAddress() ? "127.0.0.1" : options.bind,
                    options.frontendPort));
    if (!probe.waitFor(address, process, FRONTEND_READY_WITHIN)) {
      throw new LaunchFailure(
          "The user interface did not come up; its log %s ends:%n%s"
              .formatted(frontend.child().log(), frontend.child().tail(10)));
    }
  }

  /** Where the application says whether it is ready. */
  private URI readiness() {
    return URI.create("http://%s:%d/health/ready".formatted(probeHost(), options.port));
  }

  private String probeHost() {
    return options.bindAddress().isAnyLocalAddress() ? "127.0.0.1" : options.bind;
  }

  /** True when a server of this home runs and says it is ready on the port asked for. */
  boolean isRunning() {
    return PayaraServer.pidFile(home).process().isPresent() && probe.answers(readiness());
  }

  /** Ends what runs from that home, in the order that loses nothing; names what was ended. */
  static List<String> stop(Home home) {
    List<String> ended = stopServerAndFrontend(home);
    for (int port : MicroNode.ports(home)) {
      ended.addAll(stopNode(home, port));
    }
    ended.addAll(LocalServices.closeAll(home.services()));
    if (EmbeddedPostgres.stop(home)) {
      ended.add("PostgreSQL");
    }
    return ended;
  }

  /** Ends one of the further servers; names it when it ran. */
  static List<String> stopNode(Home home, int port) {
    PidFile pidFile = MicroNode.pidFile(home, port);
    Optional<ProcessHandle> node = pidFile.process();
    // before the process: whoever watches it sees by this that its end is wanted
    pidFile.delete();
    node.ifPresent(process -> Ending.end(process, END_WITHIN));
    return node.map(process -> List.of("node on port " + port)).orElse(List.of());
  }

  /**
   * Ends what the next start brings anew; it takes over PostgreSQL and further nodes as they are.
   */
  static List<String> stopServerAndFrontend(Home home) {
    List<String> ended = new ArrayList<>();
    end(Frontend.pidFile(home), "user interface", ended);
    end(PayaraServer.pidFile(home), "Payara Server", ended);
    return ended;
  }

  private static void end(PidFile pidFile, String name, List<String> ended) {
    pidFile
        .process()
        .ifPresent(
            process -> {
              Ending.end(process, END_WITHIN);
              ended.add(name);
            });
    pidFile.delete();
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      @Nullable Throwable cause = e.getCause();
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
