package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.bidding.BidView;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.Replay.SweepOutcome;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Sweeps over a change to an imported day, on a real PostgreSQL. NORD buys 100 MW in each of 24
 * hours and is offered 60 at 20.00 and 60 at 50.00 besides the own bid.
 */
class SweepIT {
  private final ClearingBench bench = new ClearingBench();
  private final ReplayDesk desk = bench.replays;

  @Test
  void aSweep_isAJobWhosePointsStayWithTheReplay() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    bench.cleared(auctionId);
    Replay queued = bench.act(() -> desk.replay(auctionId, swept(bid.id())));
    SweepOutcome sweep = Objects.requireNonNull(queued.sweep());
    assertEquals("queued", sweep.state());
    assertEquals(List.of(), sweep.points());

    List<String> notes = new ArrayList<>();
    JsonObject result = work(queued, sweep, notes, Integer.MAX_VALUE);
    assertEquals(4, result.getInt("points"));
    assertEquals(List.of("1/4", "2/4", "3/4", "4/4"), notes);
    SweepOutcome done =
        Objects.requireNonNull(bench.act(() -> desk.require(auctionId, queued.id())).sweep());
    // 0 and 20 MW leave the offer at 50 in need, 60 MW leave part of the offer at 20 out; with
    // exactly 40 any price from 20 to 50 is right, and the middle is paid
    assertEquals(
        List.of("0 0.00 50.00", "20 24000.00 50.00", "40 33600.00 35.00", "60 28800.00 20.00"),
        done.points().stream()
            .map(point -> point.value() + " " + point.revenue() + " " + point.price())
            .toList());
  }

  private static ReplayRequest swept(UUID bidId) {
    return new ReplayRequest(
        List.of(new Change(bidId, null, null, null, List.of())),
        new Sweep(
            0,
            SweepParameter.QUANTITY,
            BigDecimal.ZERO,
            new BigDecimal("60"),
            new BigDecimal("20")));
  }

  @Test
  void aCancelledSweep_keepsNothing() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    bench.cleared(auctionId);
    Replay queued = bench.act(() -> desk.replay(auctionId, swept(bid.id())));
    SweepOutcome sweep = Objects.requireNonNull(queued.sweep());
    assertThrows(JobStopped.class, () -> work(queued, sweep, new ArrayList<>(), 2));
    bench.act(() -> bench.jobs.cancel(sweep.jobId()));
    SweepOutcome after =
        Objects.requireNonNull(bench.act(() -> desk.require(auctionId, queued.id())).sweep());
    assertEquals("cancelled", after.state());
    assertEquals(List.of(), after.points());
  }

  private JsonObject work(Replay replay, SweepOutcome sweep, List<String> notes, int most) {
    JobRun run =
        new JobRun() {
          @Override
          public UUID id() {
            return sweep.jobId();
          }

          @Override
          public JsonObject input() {
            return Json.createObjectBuilder()
                .add("replayId", replay.id().toString())
                .add("auctionId", replay.auctionId().toString())
                .build();
          }

          @Override
          public void progress(long done, long total, String note) {
            notes.add(done + "/" + total);
          }

          @Override
          public void checkCancelled() {
            if (notes.size() >= most) {
              throw new JobStopped("cancelled");
            }
          }
        };
    return bench.act(() -> new SweepJob(desk).run(run));
  }
}
