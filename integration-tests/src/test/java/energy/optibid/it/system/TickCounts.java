package energy.optibid.it.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server counts of ticks on their way to watchers, since it started. */
record TickCounts(long offered, long delivered, long conflated, long dropped) {
  static TickCounts read() {
    String metrics = Api.anonymous().get("/metrics").expect(200).body();
    return new TickCounts(
        of(metrics, "offered"),
        of(metrics, "delivered"),
        of(metrics, "conflated"),
        of(metrics, "dropped"));
  }

  /** Nothing is on its way. */
  boolean settled() {
    return offered == delivered + conflated + dropped;
  }

  private static long of(String metrics, String outcome) {
    Matcher line =
        Pattern.compile(
                "optibid_websocket_ticks\\{[^}]*outcome=\"" + outcome + "\"[^}]*} ([0-9.E]+)")
            .matcher(metrics);
    if (!line.find()) {
      throw new AssertionError("No count of " + outcome + " in " + metrics);
    }
    return (long) Double.parseDouble(line.group(1));
  }
}
