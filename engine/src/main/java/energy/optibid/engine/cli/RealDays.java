package energy.optibid.engine.cli;

import energy.optibid.engine.market.iex.IexFeedReader;
import energy.optibid.engine.market.iex.IexTableReader;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.simulation.comparison.ObservedDay;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Days of the real day-ahead market, read from the exchange's own files. */
final class RealDays {
  private static final String MARKET = "iex-dam";

  private RealDays() {}

  /**
   * The days of a file: a feed where its name ends in {@code .json}, else a table.
   *
   * @throws StoppedException if the file cannot be read or anything in it is refused
   */
  static List<ObservedDay> read(Path file) {
    MarketDays days = ShippedRules.iex();
    List<PublishedBlock> blocks = new ArrayList<>();
    ResultsReader reader =
        file.toString().endsWith(".json")
            ? new IexFeedReader(days, ReadLimits.DEFAULT)
            : new IexTableReader(days, ReadLimits.DEFAULT);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ResultsReport report = reader.read(file.getFileName().toString(), in, blocks::add);
      if (!report.accepted()) {
        throw new StoppedException(
            OptibidEngine.INPUT_REFUSED,
            "%s is refused: %d faults, the first %s"
                .formatted(file, report.refused(), report.refusals().get(0)));
      }
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be read: " + e);
    }
    RulePack pack = ShippedRules.of(MARKET);
    return blocks.stream()
        .filter(block -> block.market().equals(MARKET))
        .collect(Collectors.groupingBy(PublishedBlock::day, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(day -> observed(day.getKey(), pack, day.getValue()))
        .toList();
  }

  private static ObservedDay observed(LocalDate day, RulePack pack, List<PublishedBlock> blocks) {
    Map<String, List<PublishedBlock>> byArea =
        blocks.stream()
            .sorted(Comparator.comparing(PublishedBlock::start))
            .collect(
                Collectors.groupingBy(PublishedBlock::area, TreeMap::new, Collectors.toList()));
    List<PublishedBlock> all = byArea.remove(PublishedBlock.WHOLE_MARKET);
    if (all == null) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED, "the file has no totals of the market for " + day);
    }
    return new ObservedDay(
        day,
        pack.auction(day).priceCap().toBigDecimal().doubleValue(),
        prices(all),
        all.stream().map(RealDays::cleared).toList(),
        byArea.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, area -> prices(area.getValue()))));
  }

  private static List<Double> prices(List<PublishedBlock> blocks) {
    return blocks.stream().map(block -> number(block.price())).toList();
  }

  private static double cleared(PublishedBlock block) {
    PublishedVolumes volumes = block.volumes();
    return volumes == null ? Double.NaN : number(volumes.bought());
  }

  private static double number(@Nullable BigDecimal published) {
    return published == null ? Double.NaN : published.doubleValue();
  }
}
