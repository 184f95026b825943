package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.Counterfactual;
import energy.optibid.engine.clearing.replay.OrderChange;
import energy.optibid.engine.clearing.replay.Replay;
import energy.optibid.engine.clearing.replay.Sweep;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.rules.RulePack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Clears a day again with other orders in it and says what that does to prices and revenue. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Clears a day again with an order of your own in it, or with other blocks, and says what"
            + " that does to prices, revenue and block decisions.")
final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
  private ClearCommand.Format format = ClearCommand.Format.GME;

  @Option(names = "--input", required = true, description = "Folder with the files of the market.")
  private Path input = Path.of("");

  @Option(names = "--day", required = true, description = "The delivery day.")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--change",
      required = true,
      converter = ChangeText.Converter.class,
      description =
          "zone=NORD,side=sell,period=20,price=100,quantity=50 adds a step of your own (periods as"
              + " 8..20, or none for every one); with --blocks solve also block=ID,price=95.5 or"
              + " block=ID,withdraw=yes. May be given several times.")
  private List<ChangeText> changes = List.of();

  @Option(
      names = "--sweep",
      converter = SweepText.Converter.class,
      description = "quantity=0..500/50 or price=0..100/5 of the first change, point by point.")
  private @Nullable SweepText sweep;

  @Option(
      names = "--blocks",
      description = "published: the market's block decisions stand. Default: ${DEFAULT-VALUE}.")
  private ClearCommand.Blocks blocks = ClearCommand.Blocks.PUBLISHED;

  @Option(names = "--work", description = "Work budget of each search. Default: ${DEFAULT-VALUE}.")
  private long work = WorkBudget.DEFAULT.units();

  @Option(names = "--out", description = "CSV file for prices before, after and without.")
  private @Nullable Path out;

  @Option(names = "--sweep-out", description = "CSV file for the points of the sweep.")
  private @Nullable Path sweepOut;

  @Option(names = "--rules", description = "Rule pack file; default: the shipped one.")
  private @Nullable Path rules;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (sweepOut != null && sweep == null) {
      throw new StoppedException(OptibidEngine.WRONG_USE, "--sweep-out needs a --sweep");
    }
    AuctionProblem problem = read();
    PrintWriter console = spec.commandLine().getOut();
    Replay replay = new Replay(new WorkBudget(work));
    try {
      AuctionResult before = replay.clear(problem);
      Counterfactual replayed = replay.replay(problem, before, orderChanges(problem));
      new ReplayReport(replayed).print(console);
      if (out != null) {
        ReplayFile.writePrices(out, day, replayed);
      }
      if (sweep != null) {
        sweep(replayed, sweep, console);
      }
      console.flush();
      boolean proven = replayed.after().search().end() == Search.End.OPTIMAL;
      if (!proven) {
        console.println("the work budget ended the search before its end; raise --work");
      }
      return proven ? 0 : OptibidEngine.NOT_VERIFIED;
    } catch (InfeasibleClearingException | IllegalArgumentException e) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, day + ": " + e.getMessage());
    }
  }

  private void sweep(Counterfactual replayed, SweepText wanted, PrintWriter console) {
    List<Sweep.Point> points =
        wanted
            .of(orderId(changes.get(0)))
            .run(
                replayed.changed(),
                replayed.after(),
                new WorkBudget(work),
                point -> ReplayReport.print(console, wanted, point),
                () -> false);
    if (sweepOut != null) {
      ReplayFile.writePoints(sweepOut, wanted, points);
    }
  }

  private static String orderId(ChangeText change) {
    if (change instanceof ChangeText.OwnStep step) {
      return "own:" + step.zone() + ":" + step.side().name().toLowerCase(Locale.ROOT);
    }
    return change instanceof ChangeText.BlockLimit limit
        ? limit.blockId()
        : ((ChangeText.BlockGone) change).blockId();
  }

  /** Steps of one zone, side and period are one order. */
  private List<OrderChange> orderChanges(AuctionProblem problem) {
    List<OrderChange> all = new ArrayList<>();
    Map<String, Order> orders = new LinkedHashMap<>();
    Map<String, Integer> periods = new LinkedHashMap<>();
    for (ChangeText change : changes) {
      if (change instanceof ChangeText.OwnStep step) {
        int last = step.lastPeriod() == 0 ? problem.periods().size() : step.lastPeriod();
        for (int period = step.firstPeriod(); period <= last; period++) {
          String key = orderId(step) + ":" + period;
          periods.put(key, period);
          orders.merge(key, order(step), ReplayCommand::together);
        }
      } else if (change instanceof ChangeText.BlockLimit limit) {
        all.add(new OrderChange.PutBlock(block(problem, limit.blockId()).at(limit.price())));
      } else {
        all.add(new OrderChange.WithdrawBlock(orderId(change)));
      }
    }
    orders.forEach(
        (key, order) -> all.add(new OrderChange.PutOrder(periods.getOrDefault(key, 0), order)));
    return all;
  }

  private static Order order(ChangeText.OwnStep step) {
    return new Order(
        orderId(step), step.zone(), step.side(), List.of(new Step(step.price(), step.quantity())));
  }

  private static Order together(Order a, Order b) {
    List<Step> steps = new ArrayList<>(a.steps());
    steps.addAll(b.steps());
    return new Order(a.id(), a.zone(), a.side(), steps);
  }

  private static BlockOrder block(AuctionProblem problem, String id) {
    return problem.blocks().stream()
        .filter(block -> block.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no block " + id));
  }

  private AuctionProblem read() {
    RulePack pack = ShippedRules.gmeMgp(rules);
    GmeFolder folder = new GmeFolder(input);
    GmeDayReader reader = new GmeDayReader(pack, ReadLimits.DEFAULT);
    GmeBook book = new GmeBook(pack, day::equals);
    switch (blocks) {
      case PUBLISHED -> folder.require(GmeFileKind.BID_CURVES, reader, book);
      case SOLVE -> {
        folder.require(GmeFileKind.SIMPLE_BID_CURVES, reader, book);
        folder.require(GmeFileKind.BLOCK_ORDERS, reader, book);
      }
    }
    folder.require(GmeFileKind.INTERNAL_TRANSFER_CAPACITIES, reader, book);
    folder.require(GmeFileKind.PUBLISHED_EXCHANGES, reader, book);
    if (!book.days().contains(day)) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, "the files have no row of " + day);
    }
    GmeDay found = book.day(day);
    List<String> gaps = found.gaps(Boundary.EXCHANGES);
    if (!gaps.isEmpty()) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, String.join("\n", gaps));
    }
    return found.auction(Boundary.EXCHANGES);
  }
}
