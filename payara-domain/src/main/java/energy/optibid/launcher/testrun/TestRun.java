package energy.optibid.launcher.testrun;

import energy.optibid.launcher.frontend.Frontend;
import energy.optibid.launcher.home.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All suites in order: fast ones first, so that a simple mistake is known early. */
public final class TestRun {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String AT_EVERY_NODE = "SmokeIT,SignInIT,ProblemsIT,IsolationIT";

  private final Path root;
  private final List<String> launcher;
  private final PrintStream out;
  private final Steps steps;
  private final boolean full;
  private final long started = System.nanoTime();
  private Tally tally = Tally.NONE;

  /**
   * Prepares a run.
   *
   * @param root the checkout
   * @param launcher command that starts this program again
   * @param environment added to that of every suite
   * @param full whether suites that take long run too and as a whole, and a skipped test fails
   */
  public TestRun(
      Path root,
      List<String> launcher,
      Map<String, String> environment,
      PrintStream out,
      boolean full) {
    this.full = full;
    this.root = root;
    this.launcher = List.copyOf(launcher);
    this.steps = new Steps(root, environment);
    this.out = out;
  }

  /** Runs everything, prints failures and skips with their reasons, then the sum. */
  public Tally run() {
    deleteOldReports();
    heading("Java: unit tests, contracts, tests on a real PostgreSQL");
    maven("Maven build and checks", List.of(), Map.of());
    Frontend frontend = new Frontend(root.resolve("frontend"), new Home(root.resolve(".optibid")));
    if (frontend.exists()) {
      frontendChecks(frontend);
    }
    inContainer();
    fromOutside(frontend.exists());
    failpoints();
    withServices();
    if (full) {
      longSuites();
    }
    addMavenReports();
    if (full) {
      tally = tally.leavingNothingOut();
    }
    tally.failures().forEach(failure -> out.println("FAILED  " + failure));
    tally.skips().forEach(skip -> out.println("SKIPPED " + skip));
    return tally;
  }

  private void maven(String name, List<String> options, Map<String, String> environment) {
    List<String> line = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", "verify"));
    line.add("-Dmaven.test.failure.ignore=true");
    line.add("--fail-at-end");
    line.addAll(options);
    if (steps.with(environment).run(line) != 0) {
      tally = tally.plus(Tally.check(name, false));
    }
  }

  private void frontendChecks(Frontend frontend) {
    heading("Frontend: format, types, unit tests");
    frontend.installPackages();
    Steps there = steps.in(root.resolve("frontend"));
    tally = tally.plus(Tally.check("frontend format", there.run(npm("lint")) == 0));
    tally = tally.plus(Tally.check("frontend types", there.run(npm("types")) == 0));
    Path report = report("vitest.xml");
    there.run(
        List.of(
            "npx",
            "vitest",
            "run",
            "--reporter=default",
            "--reporter=junit",
            "--outputFile.junit=" + report));
    addReport(report, "frontend unit tests");
  }

  private void inContainer() {
    heading("Inside the server: the real EAR under Arquillian");
    try (TestServer server = new TestServer(launcher, steps)) {
      if (!server.start("--no-frontend", "--no-application")) {
        tally = tally.plus(Tally.check("start of the server for in-container tests", false));
        return;
      }
      maven(
          "in-container tests",
          serverTests("container", server),
          Map.of("OPTIBID_TEST_ADMIN_PASSWORD", server.adminPassword()));
    }
  }

  private void fromOutside(boolean withFrontend) {
    heading("From outside: HTTP, WebSocket, browser");
    try (TestServer server = new TestServer(launcher, steps)) {
      if (!server.start()) {
        tally = tally.plus(Tally.check("start of the installation", false));
        return;
      }
      maven("tests from outside", serverTests("system", server), Map.of());
      if (withFrontend) {
        browser(server);
      }
      heading("Killed and started again");
      maven("crash tests", serverTests("crash", server), Map.of());
    }
  }

  /** A server that kills itself at named places and is started again by the tests. */
  private void failpoints() {
    heading("Killed at failpoints: " + (full ? "all of them" : "a few; --full takes all"));
    try (TestServer server = new TestServer(launcher, steps)) {
      if (!server.startWithFailpoints("--no-frontend")) {
        tally = tally.plus(Tally.check("start of the server with failpoints", false));
        return;
      }
      List<String> options = new ArrayList<>(serverTests("failpoints", server));
      options.add("-Doptibid.test.failpoints=" + (full ? "all" : "few"));
      maven("failpoints", options, Map.of());
    }
  }

  /** One installation with every service beside it that can be had: two nodes, then chaos. */
  private void withServices() {
    heading("Optional services beside the system");
    try (TestServer server = new TestServer(launcher, steps)) {
      if (!server.start("--no-frontend", "--with=redis,kafka,clickhouse,s3,smtp")) {
        tally = tally.plus(Tally.check("start of the server with services beside it", false));
        return;
      }
      twoNodes(server);
      chaos(server);
    }
  }

  /** What holds at the server must hold at a further node, and between the two. */
  private void twoNodes(TestServer server) {
    heading("Two nodes: Payara Server and Payara Micro on one database, with Redis and Kafka");
    if (!server.startNode()) {
      tally = tally.plus(Tally.check("start of a further node", false));
      return;
    }
    List<String> atNode = new ArrayList<>(serverTests("system", server));
    atNode.set(atNode.indexOf(server.urlProperty()), server.nodeUrlAsUrlProperty());
    atNode.add("-Dit.test=" + AT_EVERY_NODE);
    atNode.add("-Dfailsafe.failIfNoSpecifiedTests=false");
    // the same tests have a report already, from the server
    atNode.add("-Dsurefire.reportNameSuffix=micro");
    maven("tests from outside at the further node", atNode, Map.of());
    maven("tests of two nodes", serverTests("nodes", server), Map.of());
    if (full) {
      maven("rolling restart", serverTests("rolling", server), Map.of());
    }
    server.stopNode();
  }

  /** The services beside the system are killed, frozen and slowed under load. */
  private void chaos(TestServer server) {
    heading("Optional services die and come back" + (full ? "" : "; --full takes its time"));
    List<String> options = new ArrayList<>(serverTests("chaos", server));
    if (full) {
      options.add("-Doptibid.test.chaos.each=true");
      options.add("-Doptibid.test.chaos.seconds=20");
    }
    maven("chaos", options, Map.of());
  }

  private void longSuites() {
    LongSuites suites = new LongSuites(steps);
    heading("Tests with servers that are fetched");
    tally = tally.plus(suites.services());
    heading("Fuzz: many random auctions and tries of each property, with new seeds");
    tally = tally.plus(suites.fuzz());
    heading("Mutants of the clearing");
    tally = tally.plus(suites.mutation());
  }

  private static List<String> serverTests(String group, TestServer server) {
    List<String> options = new ArrayList<>(server.properties());
    options.addAll(
        List.of(
            "-pl",
            "integration-tests",
            "-am",
            "-Dskip.fast.tests=true",
            "-Dspotless.check.skip=true",
            "-Dgroups=" + group,
            "-DexcludedGroups="));
    return options;
  }

  private void browser(TestServer server) {
    ensureChromium();
    Path report = report("browser.xml");
    steps
        .in(root.resolve("frontend"))
        .with(
            Map.of(
                "BASE_URL",
                server.frontendUrl(),
                "API_URL",
                server.url(),
                "HOME_FOLDER",
                server.home().toString()))
        .run(
            List.of(
                "sh",
                "-c",
                "node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout"
                    + " --test-reporter=junit --test-reporter-destination=\"$1\" e2e/*.e2e.mjs",
                "e2e",
                report.toString()));
    addReport(report, "browser tests");
  }

  /** Debian's Chromium where we may install it; without it the browser tests skip and say so. */
  private void ensureChromium() {
    boolean mayInstall =
        System.getProperty("user.name").equals("root") && Files.exists(Path.of("/usr/bin/apt-get"));
    if (!Files.exists(CHROMIUM) && mayInstall) {
      heading("Installing chromium");
      steps
          .with(Map.of("DEBIAN_FRONTEND", "noninteractive"))
          .run(
              List.of(
                  "sh",
                  "-c",
                  "apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null"));
    }
  }

  private void addReport(Path report, String name) {
    tally = tally.plus(Files.exists(report) ? Tally.of(report) : Tally.check(name, false));
  }

  private void addMavenReports() {
    for (Path report : mavenReports()) {
      tally = tally.plus(Tally.of(report));
    }
  }

  private void deleteOldReports() {
    try {
      for (Path report : mavenReports()) {
        Files.delete(report);
      }
      Files.deleteIfExists(report("vitest.xml"));
      Files.deleteIfExists(report("browser.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> mavenReports() {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        for (String runner : List.of("surefire-reports", "failsafe-reports")) {
          Path folder = module.resolve("target").resolve(runner);
          if (Files.isDirectory(folder)) {
            try (var reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
              reports.forEach(found::add);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private Path report(String name) {
    Path folder = root.resolve("payara-domain/target/test-run");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve(name);
  }

  private static List<String> npm(String script) {
    return List.of("npm", "run", "--silent", script);
  }

  private void heading(String text) {
    out.printf("%n== [%.0f s] %s%n", (System.nanoTime() - started) / 1e9, text);
    out.flush();
  }
}
