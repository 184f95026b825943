package energy.optibid.launcher;

import energy.optibid.launcher.api.ApiClient;
import energy.optibid.local.LaunchFailure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the shared exchange more past and follows the job to its end. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Clear more past days of the shared simulated exchange.")
final class SimulateCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  @Option(
      names = "--days",
      required = true,
      paramLabel = "DAYS",
      description =
          "How many days before the exchange's first one should be there, 1 to 1830; those that"
              + " are there already stay as they are.")
  int days;

  @Mixin ServerOptions server = new ServerOptions();

  @Option(
      names = "--email",
      defaultValue = "${env:OPTIBID_EMAIL:-market@platform.optibid.local}",
      description = "The market operator (OPTIBID_EMAIL; default market@platform.optibid.local).")
  String email = "";

  @Override
  public Integer call() {
    ApiClient api = server.signIn(email);
    String exchange = shared(api).getString("id");
    JsonObject job =
        api.create(
            "/exchanges/" + exchange + "/history",
            Json.createObjectBuilder().add("days", days).build());
    String path = "/jobs/" + job.getString("id");
    String said = "";
    while (true) {
      String note = job.getJsonObject("progress").getString("note", "");
      if (!note.isEmpty() && !note.equals(said)) {
        said = note;
        System.out.println(counted(job) + "  " + note);
      }
      switch (job.getString("state")) {
        case "succeeded" -> {
          JsonObject result = job.getJsonObject("result");
          System.out.printf(
              "%s days cleared in %s s%n", result.get("daysCleared"), result.get("seconds"));
          return 0;
        }
        case "failed", "cancelled" -> {
          System.err.println(
              "optibid: the job %s %s"
                  .formatted(job.getString("state"), job.getString("error", "")));
          return 1;
        }
        default -> {
          LockSupport.parkNanos(POLL.toNanos());
          job = api.get(path);
        }
      }
    }
  }

  private static String counted(JsonObject job) {
    JsonObject progress = job.getJsonObject("progress");
    return progress.get("done") + " of " + progress.get("total");
  }

  private static JsonObject shared(ApiClient api) {
    return api.get("/exchanges").getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(exchange -> exchange.getString("scope").equals("shared"))
        .findFirst()
        .orElseThrow(() -> new LaunchFailure("This installation has no simulated exchange."));
  }
}
