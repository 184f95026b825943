package energy.optibid.launcher;

import energy.optibid.local.LaunchFailure;
import energy.optibid.local.LocalServices;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code ./optibid run} can be told; each option is also an environment variable. */
final class RunOptions {
  /** The password everybody knows; good enough only where nobody else can reach the port. */
  static final String PUBLISHED_DEMO_PASSWORD = "optibid-demo";

  @Mixin HomeOption homeOption = new HomeOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:OPTIBID_PORT:-8000}",
      description = "Port of the API (OPTIBID_PORT; default 8000).")
  int port;

  @Option(
      names = "--frontend-port",
      paramLabel = "PORT",
      defaultValue = "${env:OPTIBID_FRONTEND_PORT:-3000}",
      description = "Port of the user interface (OPTIBID_FRONTEND_PORT; default 3000).")
  int frontendPort;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      defaultValue = "${env:OPTIBID_ADMIN_PORT:-4848}",
      description =
          "Port of the server's admin console, always on loopback (OPTIBID_ADMIN_PORT; default 4848).")
  int adminPort;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "${env:OPTIBID_BIND:-127.0.0.1}",
      description =
          "Address the API and the user interface listen on (OPTIBID_BIND; default 127.0.0.1).")
  String bind = "127.0.0.1";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "${env:OPTIBID_PROFILE:-demo}",
      description =
          "demo (with demo organisations and logins) or standard (OPTIBID_PROFILE; default demo).")
  Profile profile = Profile.demo;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "${env:OPTIBID_SERVER_HEAP:-640m}",
      description = "Maximum Java heap of the server (OPTIBID_SERVER_HEAP; default 640m).")
  String heap = "640m";

  @Option(
      names = "--no-frontend",
      defaultValue = "${env:OPTIBID_NO_FRONTEND:-false}",
      description = "Do not build or start the user interface (OPTIBID_NO_FRONTEND=true).")
  boolean noFrontend;

  @Option(
      names = "--no-application",
      hidden = true,
      description = "Start the server without the EAR, for tests that deploy it themselves.")
  boolean noApplication;

  @Option(
      names = "--with",
      paramLabel = "SERVICE",
      split = ",",
      defaultValue = "${env:OPTIBID_WITH}",
      description =
          "Real servers to start beside the system, separated by commas (OPTIBID_WITH); there are: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ServiceNames.class)
  List<String> with = List.of();

  @Option(
      names = "--detach",
      defaultValue = "${env:OPTIBID_DETACH:-false}",
      description = "Return once everything is ready and leave it running (OPTIBID_DETACH=true).")
  boolean detach;

  /** What {@code --with} can start. */
  static final class ServiceNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return LocalServices.names().iterator();
    }
  }

  /** Names as they are written on the command line. */
  enum Profile {
    demo,
    standard
  }

  InetAddress bindAddress() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new LaunchFailure(
          "The address %s of --bind is unknown; use an IP address of this machine.".formatted(bind),
          e);
    }
  }

  static String demoPassword(Map<String, String> environment) {
    return environment.getOrDefault("OPTIBID_DEMO_PASSWORD", PUBLISHED_DEMO_PASSWORD);
  }

  /**
   * Keeps logins that everybody knows away from production and from the network.
   *
   * @throws LaunchFailure naming the rule that is broken
   */
  void requireSafeDemo(Map<String, String> environment) {
    if (profile != Profile.demo) {
      return;
    }
    if (environment.getOrDefault("ENVIRONMENT", "").equalsIgnoreCase("production")) {
      throw new LaunchFailure(
          "The demo profile does not start with ENVIRONMENT=production; use --profile standard.");
    }
    if (!bindAddress().isLoopbackAddress()
        && demoPassword(environment).equals(PUBLISHED_DEMO_PASSWORD)) {
      throw new LaunchFailure(
          "The demo logins would be open to the network at %s; set OPTIBID_DEMO_PASSWORD, use --profile standard, or leave --bind at 127.0.0.1."
              .formatted(bind));
    }
  }

  /**
   * Insists that {@code --with} names what there is, before anything starts.
   *
   * @throws LaunchFailure naming what is unknown
   */
  void requireKnownServices() {
    List<String> unknown =
        with.stream().filter(name -> !LocalServices.names().contains(name.strip())).toList();
    if (!unknown.isEmpty()) {
      throw new LaunchFailure(
          "--with knows %s, not %s."
              .formatted(String.join(", ", LocalServices.names()), String.join(", ", unknown)));
    }
  }

  /** The host part of addresses people open: a name that works in a browser on this machine. */
  String visibleHost() {
    InetAddress address = bindAddress();
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return "localhost";
    }
    return address.getHostAddress();
  }

  String apiUrl() {
    return "http://%s:%d".formatted(visibleHost(), port);
  }

  String webSocketUrl() {
    return "ws://%s:%d/ws".formatted(visibleHost(), port);
  }

  String frontendUrl() {
    return "http://%s:%d".formatted(visibleHost(), frontendPort);
  }

  static @Nullable String databaseUrl(Map<String, String> environment) {
    String url = environment.get("DATABASE_URL");
    return url == null || url.isBlank() ? null : url;
  }
}
