package energy.optibid.clearing.adapter;

import energy.optibid.clearing.Replay.SweepPoint;
import energy.optibid.clearing.domain.Replaying;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clears a replayed auction at each point of a sweep, outside any transaction, and keeps all points
 * at once. Run again it finds the same.
 */
@ApplicationScoped
public class SweepJob implements JobHandler {
  static final String KIND = "replay-sweep";

  private final ReplayDesk desk;

  @Inject
  public SweepJob(ReplayDesk desk) {
    this.desk = desk;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JsonObject run(JobRun job) {
    UUID replayId = UUID.fromString(job.input().getString("replayId"));
    UUID auctionId = UUID.fromString(job.input().getString("auctionId"));
    Replaying replaying = desk.again(auctionId, replayId);
    int total = replaying.sweepSize();
    AtomicInteger done = new AtomicInteger();
    List<SweepPoint> points =
        replaying.sweep(
            point ->
                job.progress(
                    done.incrementAndGet(), total, "cleared at " + point.value().toPlainString()),
            () -> {
              job.checkCancelled();
              return false;
            });
    desk.keep(replayId, points);
    return Json.createObjectBuilder()
        .add("replayId", replayId.toString())
        .add("auctionId", auctionId.toString())
        .add("points", points.size())
        .build();
  }
}
