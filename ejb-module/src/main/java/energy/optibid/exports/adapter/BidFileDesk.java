package energy.optibid.exports.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.exports.BidFiles;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.domain.BidColumns;
import energy.optibid.exports.domain.BidSheet;
import energy.optibid.exports.domain.BidTable;
import energy.optibid.exports.domain.Sheet;
import energy.optibid.exports.domain.Table;
import energy.optibid.exports.domain.TableWriter;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One transaction per file; a file is judged as a whole before anything of it is written. */
@ApplicationScoped
@Typed(BidFiles.class)
@InTransaction
public class BidFileDesk implements BidFiles {
  private static final int PAGE = 200;

  private final Bidding bidding;
  private final Auctions auctions;
  private final Assets assets;

  @Inject
  public BidFileDesk(Bidding bidding, Auctions auctions, Assets assets) {
    this.bidding = bidding;
    this.auctions = auctions;
    this.assets = assets;
  }

  @Override
  public ExportedFile export(UUID auctionId, Set<UUID> bidIds, ExportFormat format) {
    requireSheet(format);
    Auction auction = auctions.require(auctionId);
    List<BidView> bids =
        bidsOf(auctionId).stream()
            .filter(
                bid ->
                    bidIds.isEmpty() ? !bid.state().equals("withdrawn") : bidIds.contains(bid.id()))
            .toList();
    if (bids.size() < bidIds.size()) {
      throw ProblemException.notFound("bid");
    }
    Table table = BidTable.of(bids, format == ExportFormat.CSV);
    TableWriter writer = format == ExportFormat.CSV ? new CsvTables() : new XlsxTables();
    String name =
        "%s_%s_session-%02d_bids.%s"
            .formatted(
                auction.marketCode(), auction.deliveryDay(), auction.session(), format.code());
    return new ExportedFile(name, format, out -> writer.write(table, out));
  }

  private List<BidView> bidsOf(UUID auctionId) {
    List<BidView> bids = new ArrayList<>();
    String cursor = null;
    do {
      Page<BidView> page =
          bidding.list(new BidQuery(auctionId, null, null, null, null), cursor, PAGE);
      bids.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return bids;
  }

  private static void requireSheet(ExportFormat format) {
    if (format == ExportFormat.PARQUET) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "Bids are written as CSV or XLSX.",
          List.of(new Fault("?format", "unknown_value", "Must be csv or xlsx.")));
    }
  }

  @Override
  public List<BidView> read(UUID auctionId, byte[] content, ExportFormat format) {
    requireSheet(format);
    auctions.require(auctionId);
    Sheet sheet = SheetReader.read(content, format);
    BidSheet.Reading reading = BidSheet.read(sheet, auctionId, this::assetNamed);
    List<Fault> faults = new ArrayList<>(reading.faults());
    List<BidView> there = bidsOf(auctionId);
    for (BidSheet.Bid bid : reading.bids()) {
      BidView before = existing(there, bid).orElse(null);
      if (before != null && bid.version() != null && bid.version() != before.version()) {
        faults.add(
            new Fault(
                bid.address("/auctionId").replace(BidColumns.BID, BidColumns.VERSION),
                "stale_version",
                "The bid changed since: it is at version " + before.version() + "."));
      }
      for (BidFault fault : bidding.validate(bid.draft())) {
        faults.add(new Fault(bid.address(fault.field()), fault.code(), fault.message()));
      }
    }
    refuse(unique(faults));
    return reading.bids().stream().map(bid -> written(there, bid)).toList();
  }

  /** A cell that cannot be read is a gap as well; it is told once. */
  private static List<Fault> unique(List<Fault> faults) {
    List<Fault> unique = new ArrayList<>();
    for (Fault fault : faults) {
      boolean told =
          fault.code().equals("required")
              && unique.stream().anyMatch(one -> one.field().equals(fault.field()));
      if (!told) {
        unique.add(fault);
      }
    }
    return unique;
  }

  private BidView written(List<BidView> there, BidSheet.Bid bid) {
    BidView before = existing(there, bid).orElse(null);
    if (before == null) {
      return bidding.create(bid.draft());
    }
    return bid.draft().saysTheSameAs(BidDraft.of(before.auctionId(), before.content()))
        ? before
        : bidding.amend(before.id(), before.version(), bid.draft());
  }

  private static Optional<BidView> existing(List<BidView> there, BidSheet.Bid bid) {
    return there.stream().filter(one -> one.id().toString().equals(bid.key())).findFirst();
  }

  private Optional<UUID> assetNamed(String name) {
    List<UUID> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<Asset> page = assets.list(null, cursor, PAGE);
      page.items().stream()
          .filter(asset -> asset.name().equals(name))
          .map(Asset::id)
          .forEach(found::add);
      cursor = page.nextCursor();
    } while (cursor != null);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          faults.size() == 1
              ? faults.get(0).field() + ": " + faults.get(0).message()
              : "The file has " + faults.size() + " faults; nothing of it was taken.",
          faults);
    }
  }
}
