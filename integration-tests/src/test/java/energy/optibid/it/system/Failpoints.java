package energy.optibid.it.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The places at which the server can be killed while a bid is made, submitted and cleared. */
final class Failpoints {
  /** With how often the scenario comes by at least. */
  private static final Map<String, Integer> HITS = new LinkedHashMap<>();

  static {
    HITS.put("bid.create.stored", 1);
    HITS.put("bid.submit.gate_held", 1);
    HITS.put("bid.held", 1);
    HITS.put("gateway.acknowledged", 1);
    HITS.put("bid.saved", 2);
    HITS.put("bid.outbox_written", 2);
    HITS.put("bid.audited", 2);
    HITS.put("call.reserved", 3);
    HITS.put("call.answer_stored", 3);
    HITS.put("call.after_commit", 3);
    HITS.put("relay.before_batch", 3);
    HITS.put("relay.after_commit", 3);
    HITS.put("relay.told", 4);
    HITS.put("delivery.claimed", 2);
    HITS.put("delivery.sent", 2);
    HITS.put("delivery.received", 2);
    HITS.put("delivery.held", 2);
    HITS.put("delivery.consumed", 2);
    HITS.put("delivery.settled", 2);
    HITS.put("delivery.after_commit", 2);
    HITS.put("job.claimed", 1);
    HITS.put("job.done", 1);
    HITS.put("job.finished", 1);
    HITS.put("clearing.begun", 1);
    HITS.put("clearing.loaded", 1);
    HITS.put("clearing.decided", 1);
    HITS.put("clearing.run_held", 1);
    HITS.put("clearing.run_stored", 1);
    HITS.put("clearing.awards_stored", 1);
    HITS.put("clearing.prices_stored", 1);
    HITS.put("clearing.events_written", 1);
    HITS.put("clearing.published", 1);
  }

  /** Those a bid comes by on its way to an exchange outside. */
  private static final List<String> GATEWAY =
      List.of(
          "gateway.claimed",
          "gateway.sent_noted",
          "gateway.called",
          "gateway.answered",
          "gateway.noted");

  /** One before a commit, one after it, one on the way, one in the middle of a day's result. */
  private static final List<String> FEW =
      List.of(
          "call.after_commit", "relay.after_commit", "delivery.settled", "clearing.events_written");

  /** A place, and the how-manieth coming by is the last. */
  record Failpoint(String name, int hit) {
    @Override
    public String toString() {
      return name + " " + hit;
    }
  }

  private Failpoints() {}

  /**
   * Those of the gateway: all of them with {@code optibid.test.failpoints=all}, otherwise the one
   * after which the exchange alone knows what happened.
   */
  static List<Failpoint> gateway() {
    String wanted = System.getProperty("optibid.test.failpoints", "few");
    return GATEWAY.stream()
        .filter(
            name ->
                wanted.equals("all")
                    || name.equals(wanted)
                    || (wanted.equals("few") && name.equals("gateway.called")))
        .map(name -> new Failpoint(name, 1))
        .toList();
  }

  /**
   * In an order and with hits that follow from {@code optibid.test.seed}; all of them with {@code
   * optibid.test.failpoints=all}, otherwise a few.
   */
  static List<Failpoint> chosen() {
    long seed = Long.getLong("optibid.test.seed", 20_260_701L);
    String wanted = System.getProperty("optibid.test.failpoints", "few");
    System.out.printf("failpoints: %s, seed %d%n", wanted, seed);
    Random random = new Random(seed);
    List<Failpoint> points = new ArrayList<>();
    HITS.forEach(
        (name, hits) -> {
          int hit = 1 + random.nextInt(hits);
          boolean named = name.equals(wanted) || wanted.equals("all");
          if (named || (wanted.equals("few") && FEW.contains(name))) {
            points.add(new Failpoint(name, hit));
          }
        });
    Collections.shuffle(points, random);
    return points;
  }
}
