package energy.optibid.exports.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.Awards;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ClearingRuns;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.RunExports;
import energy.optibid.exports.domain.RunTables;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.shared.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads a run in one transaction; what it read is written after it, as it is sent. */
@ApplicationScoped
@Typed(RunExports.class)
@InTransaction
public class RunExportDesk implements RunExports {
  private final ClearingRuns runs;
  private final Awards awards;
  private final Auctions auctions;
  private final Assets assets;

  @Inject
  public RunExportDesk(ClearingRuns runs, Awards awards, Auctions auctions, Assets assets) {
    this.runs = runs;
    this.awards = awards;
    this.auctions = auctions;
    this.assets = assets;
  }

  @Override
  public ExportedFile prices(UUID runId, ExportFormat format) {
    ClearingRun run = runs.require(runId);
    Auction auction = auctions.require(run.auctionId());
    return file(run, auction, new RunTables(auction).prices(runs.prices(runId)), format);
  }

  @Override
  public ExportedFile flows(UUID runId, ExportFormat format) {
    ClearingRun run = runs.require(runId);
    Auction auction = auctions.require(run.auctionId());
    return file(run, auction, new RunTables(auction).flows(runs.flows(runId)), format);
  }

  @Override
  public ExportedFile awards(UUID runId, ExportFormat format) {
    ClearingRun run = runs.require(runId);
    Auction auction = auctions.require(run.auctionId());
    List<Award> own = awards.ofRun(runId);
    Map<UUID, String> names =
        own.stream()
            .map(Award::assetId)
            .distinct()
            .collect(Collectors.toMap(id -> id, id -> assets.find(id).map(Asset::name).orElse("")));
    return file(
        run, auction, new RunTables(auction).awards(own, id -> names.getOrDefault(id, "")), format);
  }

  private static ExportedFile file(
      ClearingRun run, Auction auction, Table table, ExportFormat format) {
    TableWriter writer = writer(format);
    String name =
        "%s_%s%s_run-%d_%s.%s"
            .formatted(
                auction.marketCode(),
                auction.deliveryDay(),
                isWholeDay(auction) ? "" : "_session-%02d".formatted(auction.session()),
                run.number(),
                table.name(),
                format.code());
    return new ExportedFile(name, format, out -> writer.write(table, out));
  }

  private static boolean isWholeDay(Auction auction) {
    return auction.blockCount() == auction.day().blockCount();
  }

  private static TableWriter writer(ExportFormat format) {
    return switch (format) {
      case CSV -> new CsvTables();
      case XLSX -> new XlsxTables();
      case PARQUET -> new ParquetTables();
    };
  }
}
