package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.rules.AuctionDesign;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.engine.rules.TermContract;
import energy.optibid.engine.rules.TradingMechanism;
import energy.optibid.engine.termahead.ContinuousTrading;
import energy.optibid.engine.termahead.ContinuousTrading.Outcome;
import energy.optibid.engine.termahead.ReverseAuction;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trades one contract of a term-ahead market the way its rule pack says. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description =
        "Trades the orders of one term-ahead contract: by reverse auction or continuously, as the"
            + " market's rule pack has it on that day.")
final class ContractCommand implements Callable<Integer> {
  static final String TRADES = "buy_id,sell_id,price,quantity_mw";

  @Option(
      names = "--market",
      description = "Market whose shipped rule pack holds. Default: ${DEFAULT-VALUE}.")
  private String market = "iex-tam";

  @Option(
      names = "--contract",
      required = true,
      description = "intraday, day_ahead_contingency, daily, weekly, monthly or any_day.")
  private String contract = "";

  @Option(names = "--day", required = true, description = "The first delivery day.")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--orders",
      required = true,
      description = "CSV file of orders as they arrive: " + ContractFile.HEADER + ".")
  private Path orders = Path.of("");

  @Option(names = "--out", description = "CSV file for the trades.")
  private @Nullable Path out;

  @Option(names = "--rules", description = "Rule pack file; default: the shipped one.")
  private @Nullable Path rules;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      RulePack pack = ShippedRules.of(market, rules);
      TradingMechanism mechanism = mechanism(pack);
      List<ContractRow> rows = ContractFile.read(orders, pack, day, mechanism);
      switch (mechanism) {
        case CONTINUOUS -> trade(rows);
        case UNIFORM_REVERSE_AUCTION ->
            auction(rows, Power.ofMegawatts(pack.rule(RuleParameter.QUANTITY_LOT, day).value()));
      }
      return 0;
    } catch (RuleMissingException e) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private TradingMechanism mechanism(RulePack pack) {
    TermContract wanted =
        TermContract.ofCode(contract)
            .orElseThrow(() -> wrongUse("there is no contract " + contract));
    if (pack.design(day) != AuctionDesign.TERM_AHEAD) {
      throw wrongUse(pack.market() + " has no term-ahead contracts");
    }
    if (!wanted.beginsOn(day)) {
      throw wrongUse("no " + contract + " contract begins on " + day);
    }
    return pack.contracts(day).stream()
        .filter(rule -> rule.contract() == wanted)
        .findFirst()
        .orElseThrow(() -> wrongUse(pack.market() + " has no " + contract + " contract"))
        .mechanism();
  }

  private static StoppedException wrongUse(String message) {
    return new StoppedException(OptibidEngine.WRONG_USE, message);
  }

  private void trade(List<ContractRow> rows) {
    Outcome outcome = ContinuousTrading.trade(rows.stream().map(ContractRow::entry).toList());
    PrintWriter console = spec.commandLine().getOut();
    console.printf(
        "%d trades, %d orders wait%n", outcome.trades().size(), outcome.resting().size());
    outcome
        .resting()
        .forEach(
            resting ->
                console.printf(
                    "  %s %s %s at %s%n",
                    resting.order().id(),
                    resting.order().side().name().toLowerCase(Locale.ROOT),
                    resting.open(),
                    resting.order().limit()));
    console.flush();
    write(
        outcome.trades().stream()
            .map(trade -> line(trade.buyId(), trade.sellId(), trade.price(), trade.quantity()))
            .toList());
  }

  private void auction(List<ContractRow> rows, Power lot) {
    List<ContractRow.Put> puts = rows.stream().map(ContractRow.Put.class::cast).toList();
    List<ContractRow.Put> needs = puts.stream().filter(put -> put.side() == Side.BUY).toList();
    if (needs.size() != 1) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          "a reverse auction has one buyer, this file has " + needs.size());
    }
    ReverseAuction.Result result =
        ReverseAuction.clear(
            needs.get(0).requirement(lot),
            puts.stream()
                .filter(put -> put.side() == Side.SELL)
                .map(ContractRow.Put::offer)
                .toList());
    Price price = result.price();
    PrintWriter console = spec.commandLine().getOut();
    console.println(
        price == null
            ? "no offer is accepted"
            : "%s of %s at %s".formatted(result.accepted(), needs.get(0).quantity(), price));
    console.flush();
    write(
        price == null
            ? List.of()
            : result.awards().stream()
                .filter(award -> !award.accepted().isZero())
                .map(award -> line(needs.get(0).id(), award.id(), price, award.accepted()))
                .toList());
  }

  private static String line(String buy, String sell, Price price, Power quantity) {
    return String.join(
        ",",
        buy,
        sell,
        price.toBigDecimal().toPlainString(),
        quantity.toMegawatts().toPlainString());
  }

  private void write(List<String> lines) {
    if (out != null) {
      WholeFile.write(out, TRADES, lines.stream());
    }
  }
}
