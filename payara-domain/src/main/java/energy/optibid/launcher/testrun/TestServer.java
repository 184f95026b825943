package energy.optibid.launcher.testrun;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An installation of the tests' own: temporary home, free ports, gone afterwards. */
final class TestServer implements AutoCloseable {
  private final Home home;
  private final int port = Ports.anyFree();
  private final int adminPort = Ports.anyFree();
  private final int frontendPort = Ports.anyFree();
  private final int nodePort = Ports.anyFree();
  private final List<String> launcher;
  private final Steps steps;

  TestServer(List<String> launcher, Steps steps) {
    this.launcher = launcher;
    this.steps = steps;
    try {
      this.home = new Home(Files.createTempDirectory("optibid-test-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when it is up; the launcher has said why where not. */
  boolean start(String... options) {
    return start(steps, options);
  }

  /**
   * The same with a server that kills itself where {@code run/failpoint} of its home says, and
   * whose exchange has no past: nobody else comes by the places. It may call the exchange of the
   * tests.
   */
  boolean startWithFailpoints(String... options) {
    return start(
        steps.with(
            Map.of(
                "OPTIBID_FAILPOINTS",
                home.run().resolve("failpoint").toString(),
                "OPTIBID_SIMULATION_HISTORY_DAYS",
                "0",
                "OPTIBID_GATEWAY_HOSTS",
                "127.0.0.1")),
        options);
  }

  private boolean start(Steps with, String... options) {
    List<String> line = new ArrayList<>(launcher);
    line.addAll(
        List.of(
            "run",
            "--detach",
            "--home=" + home.folder(),
            "--port=" + port,
            "--admin-port=" + adminPort,
            "--frontend-port=" + frontendPort));
    line.addAll(List.of(options));
    return with.run(line) == 0;
  }

  /** Starts one more server beside it; true when that is up. */
  boolean startNode() {
    List<String> line = new ArrayList<>(launcher);
    line.addAll(List.of("node", "--detach", "--home=" + home.folder(), "--port=" + nodePort));
    return steps.run(line) == 0;
  }

  void stopNode() {
    List<String> line = new ArrayList<>(launcher);
    line.addAll(List.of("stop", "--home=" + home.folder(), "--node=" + nodePort));
    steps.run(line);
  }

  /** What tests are told about it, as options of Maven. */
  List<String> properties() {
    return List.of(
        urlProperty(),
        "-Doptibid.test.node.url=" + nodeUrl(),
        "-Doptibid.test.ws=ws://localhost:" + port + "/ws",
        "-Doptibid.test.frontend=" + frontendUrl(),
        "-Doptibid.test.admin.port=" + adminPort,
        "-Doptibid.test.home=" + home.folder());
  }

  String urlProperty() {
    return "-Doptibid.test.url=" + url();
  }

  /** Lets tests of the server ask the further node instead. */
  String nodeUrlAsUrlProperty() {
    return "-Doptibid.test.url=" + nodeUrl();
  }

  private String nodeUrl() {
    return "http://localhost:" + nodePort;
  }

  String url() {
    return "http://localhost:" + port;
  }

  /** Its home, where files of exchanges come and go. */
  Path home() {
    return home.folder();
  }

  String frontendUrl() {
    return "http://localhost:" + frontendPort;
  }

  String adminPassword() {
    return new Secrets(home.secrets().resolve("passwords.properties"))
        .password("payara.admin.password");
  }

  /** Stops it and removes its home. */
  @Override
  public void close() {
    List<String> line = new ArrayList<>(launcher);
    line.addAll(List.of("stop", "--home=" + home.folder()));
    steps.run(line);
    try (Stream<Path> files = Files.walk(home.folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
