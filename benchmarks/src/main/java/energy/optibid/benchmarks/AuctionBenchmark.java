package energy.optibid.benchmarks;

import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Clearing a whole invented day: 96 quarter-hours, 13 areas, blocks left to the engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 6)
@Measurement(iterations = 9)
public class AuctionBenchmark {
  /** Orders in each quarter-hour. */
  @Param({"1000"})
  public int portfolios = 1_000;

  @Param({"200"})
  public int blocks = 200;

  /** Straight lines between corners, or steps. */
  @Param({"true", "false"})
  public boolean interpolated;

  private final AuctionProblem[] days = new AuctionProblem[3];
  private int next;

  @Setup
  public void invent() {
    for (int i = 0; i < days.length; i++) {
      days[i] = InventedDay.of(96, 13, portfolios, blocks, interpolated, i + 1L);
    }
  }

  /**
   * Each of three days in turn.
   *
   * @throws IllegalStateException if the search did not reach the optimum: that is another result
   */
  @Benchmark
  public AuctionResult clear() {
    AuctionResult result = Auction.clear(days[next++ % days.length], WorkBudget.DEFAULT);
    if (result.search().end() != Search.End.OPTIMAL) {
      throw new IllegalStateException("the optimum was not reached: " + result.search());
    }
    return result;
  }
}
