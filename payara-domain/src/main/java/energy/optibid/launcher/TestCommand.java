package energy.optibid.launcher;

import energy.optibid.launcher.frontend.Frontend;
import energy.optibid.launcher.testrun.Tally;
import energy.optibid.launcher.testrun.TestRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs every test and ends with one line that counts them. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Run all tests: Java (unit, PostgreSQL), frontend, inside the server, from outside, browser.")
final class TestCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:OPTIBID_DATA}",
      description = "Folder with real market data (OPTIBID_DATA; default ../shared/data if there).")
  @Nullable Path data;

  @Option(
      names = "--full",
      description = {
        "The large size, for hours: every failpoint, longer failures of services, a rolling"
            + " restart, tests with servers that are fetched first (MLflow), 20,000 random auctions"
            + " and ten times the tries of properties with new seeds, and mutants of the clearing,"
            + " of which 85 %% must be noticed. A skipped test fails, but for want of real data.",
        "Not in it: benchmarks, and browsers other than Chromium."
      })
  boolean full;

  @Override
  public Integer call() {
    Frontend.requireNode();
    if (full) {
      System.out.println(
          "--full: everything but benchmarks; the browser tests run in Chromium alone.");
    }
    Map<String, String> environment = new HashMap<>();
    Path real = data == null ? Checkout.root().resolveSibling("shared").resolve("data") : data;
    if (Files.isDirectory(real)) {
      environment.put("OPTIBID_DATA", real.toAbsolutePath().toString());
    }
    Progress progress = new Progress(System.out);
    Tally tally =
        new TestRun(Checkout.root(), Launcher.command(), environment, System.out, full).run();
    progress.say("done");
    System.out.println(tally.summary());
    return tally.succeeded() ? 0 : 1;
  }
}
