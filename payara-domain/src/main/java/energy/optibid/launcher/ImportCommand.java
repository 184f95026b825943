package energy.optibid.launcher;

import energy.optibid.launcher.api.ApiClient;
import energy.optibid.local.LaunchFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports order books or prices through the running server and follows the job to its end. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Import order books or prices through the running server.")
final class ImportCommand implements Callable<Integer> {
  private static final Set<String> ENDED = Set.of("published", "checked", "rejected", "failed");
  private static final Duration POLL = Duration.ofMillis(500);

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of the format, plain or gzip.")
  List<Path> files = List.of();

  @Option(
      names = "--format",
      defaultValue = "gme",
      description =
          "gme: GME's order books (default); iex-dam-json: IEX's day-ahead feed with areas;"
              + " iex-csv: IEX's tables of DAM, GDAM, HP-DAM and RTM; omie-prices: price files of OMEL"
              + " and OMIE; entsoe-prices: ENTSO-E's day-ahead price documents (XML); price-history: CSV"
              + " market,area,start,duration_minutes,price.")
  String format = "gme";

  @Option(names = "--dry-run", description = "Check everything, publish nothing.")
  boolean dryRun;

  @Mixin ServerOptions server = new ServerOptions();

  @Option(
      names = "--email",
      defaultValue = "${env:OPTIBID_EMAIL:-trader@demo.optibid.local}",
      description = "Who imports (OPTIBID_EMAIL; default trader@demo.optibid.local).")
  String email = "";

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new LaunchFailure("The file %s cannot be read.".formatted(file));
      }
    }
    ApiClient api = server.signIn(email);
    JsonObject accepted = api.importFiles(format, dryRun, files);
    String path = "/imports/" + accepted.getString("id");
    String said = "";
    JsonObject now = accepted;
    while (!ENDED.contains(now.getString("state"))) {
      if (!now.getString("state").equals(said)) {
        said = now.getString("state");
        System.out.println("import " + accepted.getString("id") + ": " + said);
      }
      LockSupport.parkNanos(POLL.toNanos());
      now = api.get(path);
    }
    System.out.println("import " + accepted.getString("id") + ": " + now.getString("state"));
    printSummary(now);
    if (Set.of("published", "checked").contains(now.getString("state"))) {
      for (JsonValue auction : now.getJsonArray("auctionIds")) {
        System.out.println("auction " + auction.toString().replace("\"", ""));
      }
      return 0;
    }
    printFaults(api, path);
    return 1;
  }

  private static void printSummary(JsonObject now) {
    for (JsonObject market :
        now.getJsonObject("summary").getJsonArray("markets").getValuesAs(JsonObject.class)) {
      System.out.printf(
          "%s: %s to %s, %s days, %s areas, %s prices (%s to %s), %s at the cap, %s without price,"
              + " %s replaced%n",
          market.getString("marketCode"),
          market.getString("firstDay"),
          market.getString("lastDay"),
          market.get("days"),
          market.getJsonArray("areas").size(),
          market.get("prices"),
          market.get("minPrice"),
          market.get("maxPrice"),
          market.get("pricesAtCap"),
          market.get("withoutPrice"),
          market.get("replaced"));
    }
  }

  private static void printFaults(ApiClient api, String path) {
    String cursor = "";
    do {
      JsonObject page = api.get(path + "/faults?limit=200" + cursor);
      for (JsonObject fault : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
        System.out.printf(
            "%s:%s %s %s%n",
            fault.getString("file", ""),
            fault.get("line"),
            fault.getString("field", ""),
            fault.getString("reason", ""));
      }
      String next = page.getString("nextCursor", "");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
  }
}
