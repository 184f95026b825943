package energy.optibid.engine.cli;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.simulation.SimulatedExchange;
import energy.optibid.engine.simulation.comparison.ComparisonTable;
import energy.optibid.engine.simulation.comparison.ComparisonTable.Column;
import energy.optibid.engine.simulation.comparison.MarketFigures;
import energy.optibid.engine.simulation.comparison.ObservedDay;
import energy.optibid.engine.simulation.comparison.SimulatedDays;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the simulated day-ahead market against real days of the exchange. */
@Command(
    name = "compare-simulation",
    mixinStandardHelpOptions = true,
    description = "Prints figures of the simulated day-ahead market beside those of real days.")
final class CompareSimulationCommand implements Callable<Integer> {
  @Option(
      names = "--seed",
      defaultValue = "20260701",
      description = "Seed of the simulation (default ${DEFAULT-VALUE}, the shared exchange's).")
  private long seed;

  @Option(
      names = "--around",
      required = true,
      description = "Middle of the simulated days; repeat it for several periods.")
  private List<LocalDate> around = List.of();

  @Option(
      names = "--real",
      paramLabel = "FILE",
      description = "The exchange's own file: a feed (.json) or a table (.csv); repeatable.")
  private List<Path> real = List.of();

  @Option(
      names = "--weeks",
      defaultValue = "4",
      description = "Simulated weeks of each period (default ${DEFAULT-VALUE}).")
  private int weeks;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RulePack pack = ShippedRules.of("iex-dam");
    SimulatedExchange exchange = SimulatedExchange.of(seed);
    List<Column> columns = new ArrayList<>();
    for (Path file : real) {
      for (ObservedDay day : RealDays.read(file)) {
        columns.add(new Column("real " + day.day(), MarketFigures.of(List.of(day))));
      }
    }
    int simulated = columns.size();
    for (LocalDate middle : around) {
      List<ObservedDay> days =
          Stream.iterate(middle.minusDays(weeks * 7L / 2), day -> day.plusDays(1))
              .limit(weeks * 7L)
              .map(day -> SimulatedDays.dayAhead(exchange, pack.auction(day)))
              .toList();
      columns.add(new Column("simulated around " + middle, MarketFigures.of(days)));
    }
    PrintWriter out = spec.commandLine().getOut();
    ComparisonTable.rows(columns).forEach(out::println);
    out.println();
    ComparisonTable.weekdays(columns.subList(simulated, columns.size())).forEach(out::println);
    return 0;
  }
}
