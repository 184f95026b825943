package energy.optibid.launcher.server;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Child;
import energy.optibid.local.process.Command;
import energy.optibid.local.process.PidFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The domain {@code optibid} of a home folder and the one server process that runs it. */
public final class PayaraServer {
  private static final String SERVER_CONFIG = "<config name=\"server-config\">";
  private static final String BROKER_WITHIN =
      """

            <jms-service type="EMBEDDED" default-jms-host="default_JMS_host">
              <jms-host name="default_JMS_host" host="127.0.0.1" port="%d" lazy-init="false"/>
            </jms-service>""";
  private static final Pattern JMS_SERVICE =
      Pattern.compile("\\s*<jms-service.*?</jms-service>", Pattern.DOTALL);
  private static final String DOMAIN = "optibid";
  private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

  private final Home home;
  private final Asadmin asadmin;

  /**
   * Unpacks the server where that has not been done.
   *
   * @param archives folder with Payara's zip
   */
  public PayaraServer(Home home, Secrets secrets, Path archives) {
    this.home = home;
    this.asadmin = new Asadmin(ServerHome.unpackedIn(home.payara(), archives), secrets);
  }

  /** Where the process id of an installation's server is written. */
  public static PidFile pidFile(Home home) {
    return new PidFile(home.run().resolve("payara.pid"));
  }

  /**
   * Creates the domain unless it is there: its own keys and the generated admin password.
   *
   * @param jmsPort TCP port of the message broker in this start, on the loopback address
   */
  public void ensureDomain(int adminPort, int port, int jmsPort) {
    Path configuration = home.domain().resolve("config/domain.xml");
    if (!Files.exists(configuration)) {
      createDomain(adminPort, port);
    }
    configureJms(configuration, jmsPort);
  }

  private void createDomain(int adminPort, int port) {
    Command.Result result =
        asadmin.local(
            "create-domain",
            "--domaindir=" + home.domain().getParent(),
            "--adminport=" + adminPort,
            "--instanceport=" + port,
            "--checkports=false",
            DOMAIN);
    if (!result.succeeded()) {
      throw new LaunchFailure("The Payara domain could not be created: " + result.output().strip());
    }
  }

  /**
   * A broker inside the server's process. The server reads this before it obeys any asadmin
   * command, and left to itself the broker would listen on every address.
   */
  private void configureJms(Path configuration, int port) {
    try {
      String xml = JMS_SERVICE.matcher(Files.readString(configuration)).replaceAll("");
      if (!xml.contains(SERVER_CONFIG)) {
        throw new LaunchFailure("Payara's domain has no server-config: " + configuration);
      }
      OwnerOnly.write(
          configuration, xml.replace(SERVER_CONFIG, SERVER_CONFIG + BROKER_WITHIN.formatted(port)));
      Path settings = home.domain().resolve("imq/instances/imqbroker/props");
      Files.createDirectories(settings);
      OwnerOnly.write(settings.resolve("config.properties"), resource("broker.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the server; it is not ready when this returns. */
  public Process start(ServerSettings settings) {
    Path preboot = home.payara().resolve("preboot.asadmin");
    OwnerOnly.write(preboot, prebootCommands(settings));
    Child child = child();
    Process process =
        child.start(command(settings, preboot), Map.of(), home.domain().resolve("config"));
    try (OutputStream input = process.getOutputStream()) {
      input.write(asadmin.standardInput().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LaunchFailure(
          "The server ended at once; its log %s ends:%n%s".formatted(child.log(), child.tail(10)),
          e);
    }
    return process;
  }

  /** The server's output and process id. */
  public Child child() {
    return new Child(home.logs().resolve("payara-console.log"), pidFile(home));
  }

  /**
   * Creates what the application looks up in the server, its connection to the broker and the
   * queues, unless the running domain has it already.
   *
   * @throws LaunchFailure with what the server said when it refused
   */
  public void ensureResources(int adminPort) {
    String wanted = resource("resources.asadmin");
    Path done = home.payara().resolve("resources.asadmin");
    try {
      if (Files.exists(done) && Files.readString(done).equals(wanted)) {
        return;
      }
      Path commands = done.resolveSibling("resources.wanted");
      OwnerOnly.write(commands, wanted);
      Command.Result result =
          asadmin.remote(adminPort, "multimode", "--file=" + commands, "--printprompt=false");
      if (!result.succeeded()) {
        throw new LaunchFailure("The queues could not be created: " + result.output().strip());
      }
      Files.move(commands, done, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The deployment of the EAR in this server. */
  public Deployment deployment(Path ear) {
    return new Deployment(home, asadmin, ear);
  }

  static String prebootCommands(ServerSettings settings) {
    return resource("preboot.asadmin")
        .replace("${bind}", settings.bind().getHostAddress())
        .replace("${port}", Integer.toString(settings.port()))
        .replace("${adminPort}", Integer.toString(settings.adminPort()));
  }

  private static String resource(String name) {
    try (InputStream text = PayaraServer.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is missing from the launcher's jar");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Payara's own start command, with our options put before the main class, where a later option
   * wins over an earlier one. Running it ourselves saves a second JVM and makes the server our
   * child.
   */
  private List<String> command(ServerSettings settings, Path preboot) {
    Command.Result dryRun =
        asadmin.local(
            "start-domain",
            "--domaindir=" + home.domain().getParent(),
            "--prebootcommandfile=" + preboot,
            "--dry-run",
            DOMAIN);
    List<String> lines = dryRun.output().lines().toList();
    int first = 0;
    while (first < lines.size() && !lines.get(first).endsWith("/bin/java")) {
      first++;
    }
    int end = first;
    while (end < lines.size() && !lines.get(end).isEmpty()) {
      end++;
    }
    List<String> command = new ArrayList<>(lines.subList(first, end));
    int main = command.indexOf(MAIN_CLASS);
    if (!dryRun.succeeded() || main < 0) {
      throw new LaunchFailure(
          "Payara does not say how to start its domain: " + dryRun.output().strip());
    }
    command.set(0, Asadmin.javaProgram());
    command.addAll(
        main,
        List.of(
            "-Xmx" + settings.heap(),
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            // no OSGi shell on a telnet port
            "-Dorg.glassfish.additionalOSGiBundlesToStart=",
            "-Doptibid.config.file=" + settings.configFile()));
    return command;
  }
}
